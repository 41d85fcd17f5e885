import Interface
import Testing

@Suite struct ModelScreenTests {
  private func models(_ found: [ModelSummary] = [Sample.model, Sample.textModel]) -> Session {
    var session = Session()
    session.type("m")
    session.send(.modelsFound(found))
    return session
  }

  @Test func looksForModelsAtOnce() {
    var session = Session()
    #expect(session.type("m") == [.findModels])
    #expect(session.text.contains("Looking for models…"))
    session.send(.modelsFound([]))
    #expect(session.text.contains("No model was found in the usual places."))
  }

  @Test func withoutAModelOneOfRandomWeightsCanBeMade() {
    var session = models([])
    #expect(session.text.contains("t try one"))
    #expect(session.type("t") == [.makeRandomModel])
    session.send(.modelLoading(path: "/data/tiny-random", fraction: 0))
    #expect(session.type("t").isEmpty)
    #expect(session.text.contains("tiny-random is still being loaded"))
  }

  @Test func loadingShowsHowFarItIsAndKeysGoOnWorking() {
    var session = models()
    #expect(session.press(.enter) == [.loadModel(path: Sample.model.path)])
    session.send(.modelLoading(path: Sample.model.path, fraction: 0.5))
    #expect(session.text.contains("50 %"))
    session.press(.down)
    #expect(session.press(.enter).isEmpty)
    #expect(session.text.contains("InfiR-VL-1.6B is still being loaded"))
    session.type("q")
    #expect(session.text.contains("InfiR-VL-1.6B is being loaded"))
    session.send(.modelLoaded(Sample.model))
    #expect(session.text.contains("InfiR-VL-1.6B is loaded."))
  }

  @Test func theLoadedOneIsMarkedAndNotLoadedTwice() {
    var session = models()
    session.send(.modelLoaded(Sample.model))
    #expect(session.find("◆ InfiR-VL-1.6B          loaded") != nil)
    #expect(session.press(.enter).isEmpty)
    #expect(session.text.contains("InfiR-VL-1.6B is loaded already"))
  }

  @Test func aLoadedModelFromElsewhereIsListed() {
    var session = models([Sample.textModel])
    session.send(.modelLoaded(Sample.model))
    #expect(session.find("1 of 2") != nil)
  }

  @Test func aTextModelIsToldApart() {
    var session = models()
    session.press(.down)
    #expect(session.text.contains("It takes text only"))
  }

  @Test func aPathCanBeTypedAndPasted() {
    var session = models()
    session.type("o")
    #expect(session.press(.enter).isEmpty)
    #expect(session.text.contains("type a path first"))
    session.type("~/q")
    session.send(.paste("wen3/\n"))
    session.press(.backspace)
    #expect(session.frame.cursor != nil)
    #expect(session.press(.enter) == [.loadModel(path: "/home/ada/qwen3")])
    #expect(session.frame.cursor == nil)
  }

  @Test func escapeGivesTheTypedPathUp() {
    var session = models()
    session.type("oabc")
    #expect(session.press(.escape).isEmpty)
    #expect(session.find("abc") == nil)
    #expect(session.text.contains("InfiR › Models"))
  }

  @Test func aTypedPathThatFailsSaysWhy() {
    var session = models()
    session.type("o/nowhere")
    session.press(.enter)
    session.send(.modelFailed(path: "/nowhere", problem: "/nowhere isn't there; check the path"))
    #expect(session.text.contains("/nowhere isn't there; check the path"))
  }

  @Test func browsingLooksForAModel() {
    var session = models()
    #expect(session.type("b") == [.list(path: "/home/ada/episodes")])
    #expect(session.text.contains("Open a model"))
  }
}

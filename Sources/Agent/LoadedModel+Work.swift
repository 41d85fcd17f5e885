internal import Episodes
internal import Imaging
internal import Model

extension LoadedModel {
  /// The picture, to be prepared if its features aren't known.
  func promptImage(_ image: Image) -> PromptImage {
    let processor = parts.imageProcessor
    return PromptImage(
      key: ImageKey(hash: image.contentHash, width: image.width, height: image.height),
      tokens: parts.model.imageTokens(height: image.height, width: image.width)
    ) {
      let prepared = processor?.prepare(image)
      return ImageInput(
        pixelValues: prepared?.pixelValues ?? [], tiles: prepared?.tiles ?? 0, imageHeight: image.height,
        imageWidth: image.width)
    }
  }

  /// The prompt of a step, with room for the answer: all of it, or at most a third of a small context.
  func prompt(
    _ request: StepRequest, screen: (width: Int, height: Int), image: PromptImage?, maximumHistory: Int,
    answerTokens: Int
  ) throws(AgentError) -> [PromptPart] {
    let (width, height) = request.screenSize ?? screen
    let builder = PromptBuilder(
      goal: request.goal, history: request.history.map { HistoryEntry($0, width: width, height: height) },
      screen: image == nil ? .elements(request.elements, width: screen.width, height: screen.height) : .picture,
      feedback: request.feedback, advice: request.advice, maximumHistory: maximumHistory)
    let budget = context.capacity - min(answerTokens, context.capacity / 3)
    let encoder = encoder
    var parts: [PromptPart] = []
    _ = try builder.prompt(budget: budget) { (prompt) throws(AgentError) in
      parts = try encoder.encode(prompt, image: image)
      return parts.reduce(0) { $0 + $1.count }
    }
    return parts
  }

  /// Runs the model.
  func generate(
    _ prompt: [PromptPart], _ options: GenerationOptions, maximumTokens: Int, constraint: (any TokenConstraint)?,
    _ cancellation: Cancellation, _ reporter: StepReporter
  ) throws(AgentError) -> Generation {
    let generator = Generator(
      parts.model,
      Generator.Parameters(
        sampling: options.sampling, maximumTokens: maximumTokens, endOfText: parts.endOfText,
        ignoresEndOfText: options.ignoresEndOfText))
    do {
      return try generator.generate(
        prompt, context: &context, constraint: constraint, isCancelled: { cancellation.isCancelled },
        onEvent: { reporter.report($0) })
    } catch {
      throw AgentError(error)
    }
  }
}

import Dispatch
import Imaging
import Synchronization

/// Pictures as the terminal takes them, made on a thread of their own and kept.
final class PictureStore: Sendable {
  enum Entry: Sendable {
    /// It is being made.
    case pending
    /// Nil if there is no room for it.
    case ready(RenderedPicture?)
    /// It can't be shown, in a sentence.
    case failed(String)
  }

  private struct State {
    // Newest last.
    var made: [(request: PictureRequest, entry: Entry)] = []
    var wanted: [PictureRequest] = []
    var isWorking = false
  }

  /// Some screens of steps that were just looked at; a picture is up to a few hundred kilobytes.
  private static let mostKept = 32

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "pictures", qos: .userInitiated)
  private let renderer = Mutex(PictureRenderer())
  private let whenReady: @Sendable () -> Void

  /// A store that says when a picture that was pending is ready.
  init(whenReady: @escaping @Sendable () -> Void) { self.whenReady = whenReady }

  /// The pictures of a screen. Those that aren't there yet are made, and no others: what an earlier screen wanted and
  /// nobody waits for any more is dropped.
  func pictures(_ requests: [PictureRequest]) -> [Entry] {
    let (entries, starts) = state.withLock { state in
      // A file that couldn't be read may be there when its screen is shown again.
      state.made.removeAll { made in
        guard case .failed = made.entry else { return false }
        return !requests.contains(made.request)
      }
      var entries: [Entry] = []
      state.wanted = []
      for request in requests {
        if let at = state.made.firstIndex(where: { $0.request == request }) {
          let known = state.made.remove(at: at)
          state.made.append(known)
          entries.append(known.entry)
        } else {
          state.wanted.append(request)
          entries.append(.pending)
        }
      }
      let starts = !state.wanted.isEmpty && !state.isWorking
      if starts { state.isWorking = true }
      return (entries, starts)
    }
    if starts { queue.async { [self] in work() } }
    return entries
  }

  private func work() {
    while let request = next() {
      let entry = render(request)
      state.withLock { state in
        state.made.append((request, entry))
        state.wanted.removeAll { $0 == request }
        if state.made.count > PictureStore.mostKept { state.made.removeFirst() }
      }
      whenReady()
    }
  }

  private func next() -> PictureRequest? {
    state.withLock { state in
      if state.wanted.isEmpty { state.isWorking = false }
      return state.wanted.first
    }
  }

  private func render(_ request: PictureRequest) -> Entry {
    renderer.withLock { renderer in
      do throws(ImageError) {
        return .ready(try renderer.render(request))
      } catch {
        return .failed(error.description)
      }
    }
  }
}

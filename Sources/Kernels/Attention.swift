internal import CKernels

/// Attention in which every token sees every token (the vision tower's).
///
/// One head and a block of queries at a time: its scores, (block, T), are all that is held of the (T, T) matrix.
/// T tokens, H heads, D a head's width.
///
/// - Parameters:
///   - queries: (T, H, D); keys and values have the same shape.
///   - out: (T, H, D).
///   - isCancelled: asked before every block.
/// - Returns: false if it was cancelled; `out` is then partly written.
@discardableResult
public func attend(
  queries: borrowing Buffer<Float>, keys: borrowing Buffer<Float>, values: borrowing Buffer<Float>, tokens: Int,
  heads: Int, width: Int, into out: inout Buffer<Float>, on pool: ThreadPool,
  isCancelled: @Sendable () -> Bool = { false }
) -> Bool {
  guard tokens > 0 else { return true }
  let stride = heads * width
  let q = SharedPointer(queries.address(at: 0, count: tokens * stride))
  let k = SharedPointer(keys.address(at: 0, count: tokens * stride))
  let v = SharedPointer(values.address(at: 0, count: tokens * stride))
  let o = SharedPointer(out.address(at: 0, count: tokens * stride))
  let scale = 1 / Float(width).squareRoot()
  let blocks = AttentionBlocks(queries: tokens, keys: tokens)
  let stopped = Flag()
  pool.run(tasks: heads * blocks.count) { task, thread in
    if isCancelled() { return stopped.set() }
    let rows = blocks[task % blocks.count]
    let head = task / blocks.count * width
    let scores = pool.scratch(thread, count: rows.count * tokens)
    sgemm(
      rows.count, tokens, width, q + (rows.lowerBound * stride + head), stride, k + head, stride, transposed: true,
      scores, tokens)
    for row in 0..<rows.count { ck_softmax(scores + row * tokens, scale, tokens) }
    sgemm(
      rows.count, width, tokens, scores, tokens, v + head, stride, transposed: false,
      o + (rows.lowerBound * stride + head), stride)
  }
  return !stopped.isSet
}

/// Attention in which a token sees itself and what came before (the language model's), with grouped heads.
///
/// T new tokens after `past` older ones, H query heads, K key and value heads, each serving H / K query heads in order,
/// D a head's width.
///
/// - Parameters:
///   - queries: (T, H, D).
///   - cache: holds the keys (past + T, K, D) from `keysAt` on and the values, of the same shape, from `valuesAt` on.
///   - out: (T, H, D).
///   - isCancelled: asked before every block.
/// - Returns: false if it was cancelled; `out` is then partly written.
@discardableResult
public func attendCausally(
  queries: borrowing Buffer<Float>, cache: borrowing Buffer<Float>, keysAt: Int, valuesAt: Int, past: Int,
  tokens: Int, heads: Int, keyValueHeads: Int, width: Int, into out: inout Buffer<Float>, on pool: ThreadPool,
  isCancelled: @Sendable () -> Bool = { false }
) -> Bool {
  guard tokens > 0 else { return true }
  precondition(heads % keyValueHeads == 0, "\(heads) query heads for \(keyValueHeads) key heads")
  let group = heads / keyValueHeads
  let stride = keyValueHeads * width
  let total = past + tokens
  let q = SharedPointer(queries.address(at: 0, count: tokens * heads * width))
  let k = SharedPointer(cache.address(at: keysAt, count: total * stride))
  let v = SharedPointer(cache.address(at: valuesAt, count: total * stride))
  let o = SharedPointer(out.address(at: 0, count: tokens * heads * width))
  let scale = 1 / Float(width).squareRoot()
  let stopped = Flag()
  guard tokens > AttentionBlocks.fewQueries else {
    pool.run(tasks: tokens * keyValueHeads) { task, thread in
      if isCancelled() { return stopped.set() }
      let (token, head) = task.quotientAndRemainder(dividingBy: keyValueHeads)
      let visible = past + token + 1
      let at = token * heads * width + head * group * width
      ck_attend(
        q + at, k + head * width, v + head * width, stride, group, visible, width, scale,
        pool.scratch(thread, count: group * visible), o + at)
    }
    return !stopped.isSet
  }
  let blocks = AttentionBlocks(queries: tokens, keys: total)
  pool.run(tasks: heads * blocks.count) { task, thread in
    if isCancelled() { return stopped.set() }
    // The last blocks see the most keys: handed out first, they don't leave one thread busy at the end.
    let rows = blocks[blocks.count - 1 - task / heads]
    let head = task % heads
    let keyHead = head / group * width
    let visible = past + rows.upperBound
    let at = rows.lowerBound * heads * width + head * width
    let scores = pool.scratch(thread, count: rows.count * visible)
    sgemm(
      rows.count, visible, width, q + at, heads * width, k + keyHead, stride, transposed: true, scores, visible)
    for (index, row) in rows.enumerated() {
      let seen = past + row + 1
      ck_softmax(scores + index * visible, scale, seen)
      (scores + index * visible + seen).update(repeating: 0, count: visible - seen)
    }
    sgemm(
      rows.count, width, visible, scores, visible, v + keyHead, stride, transposed: false, o + at, heads * width)
  }
  return !stopped.isSet
}

/// How the queries of one head are divided.
private struct AttentionBlocks {
  /// Up to this many queries, dot products with each key; matrix products need more to be worth their packing.
  static let fewQueries = 4
  /// Scores held at a time by a thread: 1 MB, so they stay in its cache.
  static let scores = 1 << 18

  let queries: Int
  let count: Int

  init(queries: Int, keys: Int) {
    self.queries = queries
    let rows = max(8, min(128, AttentionBlocks.scores / max(keys, 1)))
    count = (queries + rows - 1) / rows
  }

  subscript(block: Int) -> Range<Int> { queries * block / count..<queries * (block + 1) / count }
}

import Testing

@testable import Episodes

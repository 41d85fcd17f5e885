import Devices
import Episodes
import TestSupport
import Testing
import VirtualPhone

@Suite("Names of devices") struct DeviceSpecTests {
  @Test(arguments: [
    ("virtual", DeviceSpec.virtual(seed: nil), "virtual"), ("virtual:7", .virtual(seed: 7), "virtual"),
    ("virtual:a/phone.state", .virtualState(path: "a/phone.state"), "virtual"),
    ("virtual:./7", .virtualState(path: "./7"), "virtual"), ("adb", .adb(serial: nil), "adb"),
    ("adb:emulator-5554", .adb(serial: "emulator-5554"), "adb"),
    ("adb:192.168.1.7:5555", .adb(serial: "192.168.1.7:5555"), "adb"),
    ("androidworld:http://h:5000", .androidWorld(url: "http://h:5000"), "androidworld"),
    ("replay:data/a b", .replay(path: "data/a b"), "replay"),
  ]) func namesAreReadAndWritten(text: String, spec: DeviceSpec, kind: String) throws {
    #expect(try DeviceSpec(text) == spec)
    #expect(spec.description == text && spec.kind == kind)
  }

  @Test func androidWorldIsOnThisMachineUnlessSaidOtherwise() throws {
    #expect(try DeviceSpec("androidworld") == .androidWorld(url: "http://127.0.0.1:5000"))
  }

  @Test(arguments: [
    "", "phone", "Virtual", "virtual:", "virtual:99999999999999999999", "adb:", "adb:a b", "replay",
    "replay:", "androidworld:", "androidworld:https://h", "androidworld:h:x", "http://h:5000", "emulator-5554",
  ]) func whatIsNoneSaysWhatWouldBe(text: String) {
    do {
      _ = try DeviceSpec(text)
      Issue.record("\(text) was read")
    } catch {
      guard case .notADevice(let named, let reason) = error else { Issue.record("\(error)"); return }
      #expect(named == text && !reason.isEmpty && !error.description.contains("\n"))
    }
  }

  @Test func aVirtualPhoneOfThatSeedOpens() async throws {
    let opening = DeviceOpening(environment: [:])
    let device = try #require(try await DeviceSpec("virtual:7").open(opening) as? VirtualDevice)
    #expect(device.name == "virtual:7" && device.phone.use { $0.phone.configuration.seed } == 7)
    var other = opening
    other.phone.seed = 9
    let unnamed = try #require(try await DeviceSpec("virtual").open(other) as? VirtualDevice)
    #expect(unnamed.name == "virtual" && unnamed.phone.use { $0.phone.configuration.seed } == 9)
  }

  @Test func aPhoneThatWasSavedOpensAsItWas() async throws {
    var host = PhoneHost(Phone(PhoneConfiguration(seed: 5)))
    _ = host.run("am start -n com.android.settings/.Settings")
    let folder = try TemporaryDirectory()
    let path = try folder.write(try host.savedState(), to: "phone.state")
    let device = try await DeviceSpec("virtual:" + path).open(DeviceOpening(environment: [:]))
    let seen = try await device.observe(wantsElements: true)
    #expect(seen.foregroundActivity == "com.android.settings/.Settings" && !seen.elements.isEmpty)

    try folder.write([1, 2, 3], to: "phone.state")
    do {
      _ = try await DeviceSpec("virtual:" + path).open(DeviceOpening(environment: [:]))
      Issue.record("it was opened")
    } catch { #expect("\(error)".hasPrefix("virtual:\(path) is no device: it is not the saved state")) }
    do {
      _ = try await DeviceSpec("virtual:" + path + ".gone").open(DeviceOpening(environment: [:]))
      Issue.record("it was opened")
    } catch { #expect("\(error)".contains("phone.state.gone can't be read; give a seed")) }
  }

  @Test func whatIsNotThereIsSaidWhenItIsOpened() async throws {
    let opening = DeviceOpening(environment: ["ADB": "/nonexistent/adb", "ANDROID_ADB_SERVER_PORT": "1"])
    await #expect(throws: DeviceError.adbMissing(path: "/nonexistent/adb")) {
      try await DeviceSpec("adb").open(opening)
    }
    await #expect(throws: DeviceError.self) { try await DeviceSpec("androidworld:127.0.0.1:1").open(opening) }
    do {
      _ = try await DeviceSpec("replay:/nonexistent/e").open(opening)
      Issue.record("it was opened")
    } catch {
      #expect("\(error)".hasPrefix("replay:/nonexistent/e is no device: there is no episode at /nonexistent/e"))
    }
  }

  @Test func androidWorldsServerOpensWhenItIsWell() async throws {
    let phone = AndroidWorldPhone()
    let http = try FakeHTTPServer { phone.answer($0) }
    let device = try await DeviceSpec("androidworld:127.0.0.1:\(http.port)").open(DeviceOpening(environment: [:]))
    #expect(device.name == "androidworld:http://127.0.0.1:\(http.port)" && http.requests.map(\.path) == ["/health"])
  }
}

@Suite("The list of devices to choose from") struct DeviceCatalogueTests {
  @Test func withoutAdbTheVirtualPhoneIsThereAndTheReasonIsGiven() async {
    let opening = DeviceOpening(environment: ["ADB": "/nonexistent/adb", "ANDROID_ADB_SERVER_PORT": "1"])
    let catalogue = await DeviceCatalogue.now(opening)
    #expect(
      catalogue.entries == [
        DeviceEntry(spec: .virtual(seed: nil), state: "ready", model: "virtual phone", screen: (1080, 2400))
      ])
    #expect(
      catalogue.problem == "/nonexistent/adb was not found; install it (apt-get install adb), or set ADB to its path")
  }

  @Test func devicesHaveStateModelAndScreen() async throws {
    let phone = FakePhone()
    let list = "X  device model:Pixel_6 transport_id:1\nY  offline transport_id:2\n"
    let fake = try FakeADBServer { service in
      service == "host:devices-l" ? [.okay, .text(list)] : phone.answer(service)
    }
    let catalogue = await DeviceCatalogue.now(
      DeviceOpening(environment: ["ANDROID_ADB_SERVER_PORT": "\(fake.port)", "ADB": "/nonexistent/adb"]))
    #expect(catalogue.problem == nil)
    #expect(catalogue.entries.map(\.spec.description) == ["virtual", "adb:X", "adb:Y"])
    #expect(catalogue.entries.map(\.isReady) == [true, true, false])
    #expect(catalogue.entries[1].model == "Pixel 6" && catalogue.entries[1].screen != nil)
    #expect(catalogue.entries[2].state == "offline" && catalogue.entries[2].advice != nil)
  }
}

/// What `getprop` knows of a phone.
enum SystemProperties {
  static func initial(for configuration: PhoneConfiguration) -> [String: String] {
    [
      "dev.bootcomplete": "1",
      "init.svc.adbd": "running",
      "init.svc.bootanim": "stopped",
      "persist.sys.locale": "en-US",
      "persist.sys.timezone": "GMT",
      "qemu.hw.mainkeys": "0",
      "qemu.sf.lcd_density": "\(configuration.density)",
      "ro.boot.qemu": "1",
      "ro.boot.serialno": serialNumber,
      "ro.build.characteristics": "emulator",
      "ro.build.display.id": "infir-userdebug 13 virtual",
      "ro.build.fingerprint": "infir/infir_phone/infir:13/virtual/1:userdebug/dev-keys",
      "ro.build.id": "virtual",
      "ro.build.tags": "dev-keys",
      "ro.build.type": "userdebug",
      "ro.build.version.codename": "REL",
      "ro.build.version.release": "13",
      "ro.build.version.sdk": "33",
      "ro.debuggable": "1",
      "ro.hardware": "infir",
      "ro.kernel.qemu": "1",
      "ro.product.brand": "InfiR",
      "ro.product.cpu.abi": "x86_64",
      "ro.product.cpu.abilist": "x86_64,arm64-v8a",
      "ro.product.device": device,
      "ro.product.locale": "en-US",
      "ro.product.manufacturer": "InfiR",
      "ro.product.model": model,
      "ro.product.name": product,
      "ro.secure": "1",
      "ro.serialno": serialNumber,
      "ro.sf.lcd_density": "\(configuration.density)",
      "service.adb.root": "0",
      "sys.boot_completed": "1",
      "sys.usb.state": "adb",
    ]
  }

  static let serialNumber = "INFIRPHONE1"
  static let product = "infir_phone"
  static let model = "InfiR_Phone"
  static let device = "infir"
}

internal import Randomness

/// The settings of a phone that has just been set up: those that apps, shells and tasks ask for.
enum SettingsDefaults {
  static func tables(seed: UInt64) -> [SettingsTable: [String: String]] {
    var random = SplitMix64(seed: seed ^ 0x5E77_1265)
    var system = [
      "screen_brightness": "102", "screen_brightness_mode": "0", "screen_off_timeout": "30000",
      "accelerometer_rotation": "0", "user_rotation": "0", "font_scale": "1.0", "time_12_24": "24",
      "volume_music": "5", "volume_ring": "5", "volume_alarm": "6", "volume_voice": "4", "volume_notification": "5",
      "volume_system": "7",
      "haptic_feedback_enabled": "1", "sound_effects_enabled": "1", "dtmf_tone": "1", "lockscreen_sounds_enabled": "1",
      "vibrate_when_ringing": "0", "show_touches": "0", "pointer_location": "0", "screensaver_clock": "1",
      "ringtone": "beats", "notification_sound": "eureka", "alarm_alert": "morning", "system_locales": "en-US",
      "display_color_mode": "0",
    ]
    var secure = [
      "ui_night_mode": "1", "location_mode": "3", "android_id": hex(random.next()), "navigation_mode": "2",
      "show_ime_with_hard_keyboard": "1", "screensaver_enabled": "1", "accessibility_enabled": "0",
      "default_input_method": "com.google.android.inputmethod.latin/com.android.inputmethod.latin.LatinIME",
      "lockscreen_show_controls": "0", "accessibility_display_inversion_enabled": "0",
      "high_text_contrast_enabled": "0",
      "lock_screen_show_notifications": "1", "notification_badging": "1", "night_display_activated": "0",
      "screensaver_activate_on_sleep": "1", "screensaver_activate_on_dock": "0", "night_display_auto_mode": "0",
      "accessibility_captioning_font_scale": "1.0", "accessibility_interactive_ui_timeout_ms": "0",
      "accessibility_magnification_mode": "1", "zen_duration": "0", "volume_hush_gesture": "1",
      "enabled_input_methods": "com.google.android.inputmethod.latin/com.android.inputmethod.latin.LatinIME",
      "long_press_timeout": "400", "default_browser": "com.android.chrome", "app_grid": "5", "autofill_service": "none",
      "dialer_default_application": "com.google.android.dialer",
      "sms_default_application": "com.google.android.apps.messaging",
      "lockscreen_type": "swipe",
    ]
    var global = [
      "wifi_on": "1", "bluetooth_on": "0", "airplane_mode_on": "0", "auto_time": "0", "auto_time_zone": "0",
      "mobile_data": "1", "data_roaming": "0", "device_name": "sdk_gphone64_x86_64", "adb_enabled": "1",
      "development_settings_enabled": "1", "zen_mode": "0", "low_power": "0", "window_animation_scale": "1",
      "transition_animation_scale": "1", "animator_duration_scale": "1", "time_zone": "UTC", "tether_on": "0",
      "data_saver": "0", "wifi_wakeup_enabled": "1", "private_dns_mode": "opportunistic",
      "heads_up_notifications_enabled": "1", "stay_on_while_plugged_in": "0", "wifi_network": "AndroidWifi",
      "hotspot_name": "AndroidAP_4711",
      "preferred_network_mode": "33", "mode_ringer": "2", "low_power_trigger_level": "0",
    ]
    // Other seeds are other people's phones.
    if seed != 0 {
      system["screen_brightness"] = String(10 + random.below(240))
      for key in ["volume_music", "volume_ring", "volume_alarm", "volume_voice", "volume_notification"] {
        system[key] = String(1 + random.below(7))
      }
      system["screen_off_timeout"] = random.pick(["15000", "30000", "60000", "120000", "300000"])
      system["time_12_24"] = random.pick(["12", "24"])
      system["font_scale"] = random.pick(["0.85", "1.0", "1.0", "1.0", "1.15", "1.3"])
      secure["ui_night_mode"] = random.pick(["1", "1", "2"])
      global["wifi_on"] = random.pick(["0", "1", "1"])
      global["bluetooth_on"] = random.pick(["0", "1"])
      global["device_name"] = random.pick(["Pixel 6", "Pixel 7", "sdk_gphone64_x86_64", "Phone of Ada", "My phone"])
    }
    return [.system: system, .secure: secure, .global: global]
  }

  private static func hex(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

import Testing
import VirtualPhone

@Suite("Hierarchies as text")
struct SnapshotTests {
  @Test func connectedDevices() {
    var phone = Phone()
    phone.open("android.settings.BLUETOOTH_SETTINGS")
    #expect(
      phone.hierarchy().children.first?.lines() == """
        FrameLayout 0,0,1080,2337
          ScrollView 0,0,1080,2337 #content_parent
            RecyclerView 0,598,1080,2337 #recycler_view
              LinearLayout 0,598,1080,804 clickable
                TextView 189,640,554,711 “Pair new device” #title
                TextView 189,711,648,762 “Bluetooth will turn on to pair” #summary
              TextView 63,867,1038,918 “Saved devices” #title
              LinearLayout 0,939,1080,1145 clickable
                TextView 189,981,343,1052 “See all” #title
                TextView 189,1052,535,1103 “Bluetooth will turn on” #summary
              LinearLayout 0,1148,1080,1354 clickable
                TextView 63,1190,619,1261 “Connection preferences” #title
                TextView 63,1261,451,1312 “Bluetooth, Android Auto” #summary
              TextView 63,1512,815,1563 “Turn on Bluetooth to connect to other devices.” #title
            FrameLayout 0,0,1080,598 (Connected devices) #collapsing_toolbar
              TextView 63,415,1017,542 “Connected devices”
              ImageButton 0,128,147,275 (Navigate up) clickable
        """)
  }

  @Test func statusBar() {
    #expect(
      Phone().hierarchy().children.last?.lines() == """
        FrameLayout 0,0,1080,128
          TextView 50,0,142,128 “15:34” #clock
          ImageView 150,0,208,128 (Android System notification: Virtual SD card)
          FrameLayout 881,35,927,93 (Wifi signal full.,No internet) #wifi_combo
          FrameLayout 927,35,969,93 (Phone signal full.) #mobile_combo
          LinearLayout 980,0,1017,128 (Battery 100 percent.) #battery
        """)
  }
}

import Episodes
import TestSupport
import Testing

@testable import Devices

@Suite("The UI hierarchy") struct HierarchyTests {
  static let dump = """
    UI hierchary dumped to: /data/local/tmp/window.xml\r
    <?xml version='1.0' encoding='UTF-8' standalone='yes' ?><hierarchy rotation="1">\
    <node index="0" text="" resource-id="" class="android.widget.FrameLayout" package="com.android.settings" \
    content-desc="" checkable="false" clickable="false" scrollable="false" bounds="[0,0][2400,1080]">\
    <node index="0" text="" class="androidx.recyclerview.widget.RecyclerView" content-desc="" clickable="false" \
    scrollable="true" bounds="[0,100][2400,1080]">\
    <node index="0" text="" class="android.widget.LinearLayout" clickable="true" bounds="[0,100][2400,300]">\
    <node index="0" text="Wi&#8209;Fi &amp; &quot;more&quot;&#10;&#55357;&#56832;" resource-id="android:id/title" \
    class="android.widget.TextView" content-desc="" clickable="false" bounds="[216,151][322,205]" /></node>\
    <node index="1" text="" class="android.widget.ImageView" content-desc="Back" clickable="false" \
    bounds="[10,10][20,20]" />\
    <node index="2" text="hidden" class="android.view.View" bounds="[0,0][0,0]" />\
    </node></node></hierarchy>
    """

  @Test func elementsThatSayOrTakeSomethingAreListed() throws {
    let hierarchy = try #require(Hierarchy(Array(Self.dump.utf8)))
    #expect(hierarchy.rotation == 1)
    #expect(
      hierarchy.elements.map(\.className) == [
        "androidx.recyclerview.widget.RecyclerView", "android.widget.LinearLayout", "android.widget.TextView",
        "android.widget.ImageView",
      ])
    #expect(hierarchy.elements[0].isScrollable)
    #expect(hierarchy.elements[1].isClickable)
    #expect(hierarchy.elements[2].text == "Wi‑Fi & \"more\"\n😀")
    #expect(hierarchy.elements[2].resourceID == "android:id/title")
    // The dump's right and bottom are one beyond.
    #expect(hierarchy.elements[2].bounds == Bounds(left: 216, top: 151, right: 321, bottom: 204))
    #expect(hierarchy.elements[3].contentDescription == "Back")
  }

  @Test(arguments: [
    "", "ERROR: could not get idle state.\n", "ERROR: null root node returned by UiTestAutomationBridge.",
    "<?xml version='1.0' ?><hierarchy rotation=\"0\"><node bounds=\"[0,0][1,1]\" />", "<node bounds=\"[0,0][1,1]\"/>",
  ])
  func whatIsNoWholeHierarchyIsNothing(text: String) { #expect(Hierarchy(Array(text.utf8)) == nil) }

  @Test func anEmptyOneIsEmpty() {
    #expect(Hierarchy(Array("<hierarchy rotation=\"0\" />".utf8))?.elements.isEmpty == true)
  }

  /// Parsers of XML refuse the whole text for one such character.
  @Test func controlCharactersDoNoHarm() throws {
    let text = "<hierarchy rotation=\"0\"><node text=\"a\u{1}b&bogus;&#0;\" bounds=\"[0,0][5,5]\"/></hierarchy>"
    let hierarchy = try #require(Hierarchy(Array(text.utf8)))
    #expect(hierarchy.elements.first?.text == "a\u{1}b&bogus;\0")
  }

  @Test(arguments: [
    "[0,0][0,5]", "[5,5][1,9]", "[0,0]", "", "[a,b][c,d]", "[0,0][99999999999,9]", "[0,0][9223372036854775807,1]",
  ])
  func boundsWithoutAPixelAreNone(text: String) { #expect(Hierarchy.bounds(text) == nil) }

  @Test func damagedDumpsNeverTrap() {
    var mutator = Mutator(seed: 7)
    for _ in 0..<Mutator.inputs { _ = Hierarchy(mutator.mutate(Array(Self.dump.utf8))) }
  }
}

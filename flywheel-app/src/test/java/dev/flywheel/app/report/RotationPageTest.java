package dev.flywheel.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RotationPageTest {
    @Test
    void hostile_text_stays_text() throws Exception {
        String page = RotationPage.of(Rotations.full(), 10);

        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("\u001b"), "no control characters");
        Document document = parse(page);
        assertEquals(
                "<script>alert(\"x\")</script> & 'quoted' ?[31m",
                elements(document, "h1").get(0).getTextContent());
        assertEquals(0, document.getElementsByTagName("script").getLength());
    }

    @Test
    void tables_have_captions_and_scoped_headings_and_scroll_on_their_own() throws Exception {
        List<Element> tables = elements(parse(RotationPage.of(Rotations.full(), 10)), "table");

        assertEquals(9, tables.size());
        for (Element table : tables) {
            assertEquals(1, table.getElementsByTagName("caption").getLength());
            NodeList headings = table.getElementsByTagName("th");
            assertTrue(headings.getLength() > 1);
            for (int i = 0; i < headings.getLength(); i++) {
                assertTrue(((Element) headings.item(i)).getAttribute("scope").matches("col|row"));
            }
            Element wrapper = (Element) table.getParentNode();
            assertEquals("scroll", wrapper.getAttribute("class"));
            assertEquals("0", wrapper.getAttribute("tabindex"));
            assertEquals(
                    table.getElementsByTagName("caption").item(0).getTextContent(), wrapper.getAttribute("aria-label"));
        }
    }

    @Test
    void links_lead_to_sections_of_the_page_and_nothing_is_loaded() throws Exception {
        Document document = parse(RotationPage.of(Rotations.full(), 10));
        List<String> sections = elements(document, "section").stream()
                .map(section -> section.getAttribute("id"))
                .toList();
        List<Element> links = elements(document, "a");

        assertEquals(7, links.size());
        links.forEach(link ->
                assertTrue(sections.contains(link.getAttribute("href").substring(1)), link.getAttribute("href")));
        for (String loader : List.of("img", "link", "iframe", "object")) {
            assertEquals(0, document.getElementsByTagName(loader).getLength(), loader);
        }
    }

    @Test
    void ten_actions_stand_first_and_the_others_are_folded_away() throws Exception {
        Document document = parse(RotationPage.of(Rotations.full(), 10));

        List<Element> lists = elements(document, "ol");
        assertEquals(10, lists.get(0).getElementsByTagName("h3").getLength());
        assertEquals("11", lists.get(1).getAttribute("start"));
        assertEquals(
                "2 more, less urgent or valuable",
                elements(document, "summary").get(0).getTextContent());
        assertTrue(lists.get(0)
                .getTextContent()
                .contains("Expected value: 120 USD (40 to 210) with 80% probability. Cost: 50.00 USD."
                        + " Needs your approval."));
    }

    @Test
    void an_empty_rotation_says_so_in_every_section() throws Exception {
        String text = parse(RotationPage.of(Rotations.empty(), 10))
                .getDocumentElement()
                .getTextContent();
        for (String sentence : List.of(
                "Nothing. Look again when there is more data.",
                "No boost is running.",
                "nothing to rank yet.",
                "None yet.",
                "Nothing to compare with yet.",
                "Nothing wrong was found.")) {
            assertTrue(text.contains(sentence), sentence);
        }
    }

    @Test
    void file_names_change_nothing() {
        assertEquals(
                RotationPage.of(Rotations.named("monday.csv", "tuesday.csv", "Northpeak"), 10),
                RotationPage.of(Rotations.named("x.xlsx", "y.csv", "Northpeak"), 10));
    }

    private static List<Element> elements(Document document, String tag) {
        NodeList found = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}

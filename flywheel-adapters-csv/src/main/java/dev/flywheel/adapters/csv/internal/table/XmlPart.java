package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML part of a workbook, read forwards, without document types, entities or anything outside the file. */
final class XmlPart implements AutoCloseable {

    private static final int LONGEST_ATTRIBUTE = 4_096;

    private final MeteredStream in;
    private final XMLStreamReader xml;
    private final int deepest;
    private int depth;

    private XmlPart(MeteredStream in, XMLStreamReader xml, int deepest) {
        this.in = in;
        this.xml = xml;
        this.deepest = deepest;
    }

    static XmlPart open(MeteredStream in, ArchiveLimits limits) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("an external entity");
        });
        try {
            return new XmlPart(in, factory.createXMLStreamReader((InputStream) in), limits.xmlDepth());
        } catch (RuntimeException broken) {
            throw new XMLStreamException("malformed markup: " + broken.getMessage());
        }
    }

    /** Moves to the next start or end tag or piece of text; false at the end of the part. */
    boolean next() throws XMLStreamException, IOException {
        while (xml.hasNext()) {
            int event = parsed();
            in.pieceRead();
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new IOException("a document type or an entity, which no spreadsheet writes");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > deepest) {
                        throw new IOException("markup nested deeper than " + deepest + " levels");
                    }
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return true;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    return true;
                }
                default -> {
                    // comments and processing instructions carry nothing
                }
            }
        }
        return false;
    }

    /** The platform's parser throws unchecked exceptions on some markup, such as a stray character in a document type. */
    private int parsed() throws XMLStreamException, IOException {
        try {
            return xml.next();
        } catch (RuntimeException broken) {
            throw new IOException("malformed markup: " + broken.getMessage(), null);
        }
    }

    boolean starts(String name) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(name);
    }

    boolean isText() {
        return xml.getEventType() != XMLStreamConstants.START_ELEMENT
                && xml.getEventType() != XMLStreamConstants.END_ELEMENT;
    }

    @Nullable
    String attribute(String name) throws IOException {
        return checked(xml.getAttributeValue(null, name));
    }

    private static @Nullable String checked(@Nullable String value) throws IOException {
        if (value != null && value.length() > LONGEST_ATTRIBUTE) {
            throw new IOException("an attribute of more than " + LONGEST_ATTRIBUTE + " characters");
        }
        return value;
    }

    /** An attribute whatever its namespace, because relationship ids carry the prefix of either standard. */
    @Nullable
    String anyNamespaceAttribute(Predicate<String> namespace, String name) throws IOException {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String uri = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals(name) && uri != null && namespace.test(uri)) {
                return checked(xml.getAttributeValue(i));
            }
        }
        return null;
    }

    void appendText(StringBuilder target, int limit) throws IOException {
        if (target.length() + xml.getTextLength() > limit) {
            throw new IOException("a cell of more than " + limit + " characters");
        }
        target.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    @Override
    public void close() throws XMLStreamException {
        xml.close();
    }
}

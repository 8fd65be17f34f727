package eventflux.ext.xml;

import eventflux.api.event.RowAppender;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.MappingFailures;
import eventflux.api.spi.mapper.SourceMapper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a document from front to back; each element that the enclosing path leads to is a row. */
final class XmlSourceMapper implements SourceMapper {

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final XMLInputFactory parsers;
    private final Options options;
    private final PathNode paths;
    private final XmlColumns columns;
    private final MappingFailures failures = new MappingFailures();
    private final String[] texts;
    private final List<String> open = new ArrayList<>();

    /**
     * What the author wants.
     *
     * @param rows leads to the elements that are rows
     * @param mostDepth deeper nesting is an error
     * @param mostBytes a larger message is an error
     * @param ignoreErrors whether what cannot be read is dropped without a word
     */
    record Options(XmlPath rows, int mostDepth, int mostBytes, boolean ignoreErrors) {}

    XmlSourceMapper(XMLInputFactory parsers, Options options, PathNode paths, XmlColumns columns) {
        this.parsers = parsers;
        this.options = options;
        this.paths = paths;
        this.columns = columns;
        this.texts = new String[columns.size()];
    }

    @Override
    public void map(byte[] payload, int offset, int length, RowAppender out) throws MappingException {
        failures.clear();
        open.clear();
        if (length > options.mostBytes()) {
            failures.add(new MappingException(
                    length + " bytes are more than max-bytes=" + options.mostBytes(), "byte " + options.mostBytes()));
        } else {
            read(payload, offset, length, out);
        }
        if (!options.ignoreErrors()) {
            failures.throwIfAny();
        }
    }

    private void read(byte[] payload, int offset, int length, RowAppender out) {
        try {
            String document = XmlBytes.decode(payload, offset, length);
            XMLStreamReader reader = parsers.createXMLStreamReader(new StringReader(document));
            try {
                rows(reader, out);
            } finally {
                reader.close();
            }
        } catch (MappingException e) {
            failures.add(e);
        } catch (XMLStreamException e) {
            failures.add(new MappingException("no well-formed XML: " + reason(e), place(e.getLocation()), e));
        }
    }

    private static String reason(XMLStreamException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        int text = message.indexOf("Message: ");
        return text < 0 ? message : message.substring(text + "Message: ".length());
    }

    private void rows(XMLStreamReader reader, RowAppender out) throws XMLStreamException {
        boolean isFound = false;
        while (reader.hasNext()) {
            int event = reader.next();
            refuse(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                enter(reader);
                if (options.rows().matches(open)) {
                    isFound = true;
                    row(reader, out);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                leave();
            }
        }
        if (!isFound) {
            failures.add(new MappingException("no element " + options.rows(), "the document"));
        }
    }

    private static void refuse(int event) throws XMLStreamException {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("document types and their entities are not read");
        }
    }

    private void enter(XMLStreamReader reader) throws XMLStreamException {
        if (open.size() == options.mostDepth()) {
            throw new XMLStreamException(
                    "more than " + options.mostDepth() + " elements inside each other", reader.getLocation());
        }
        open.add(reader.getLocalName());
    }

    private void leave() {
        open.remove(open.size() - 1);
    }

    // Stands at the start of the row's element, and at its end afterwards.
    private void row(XMLStreamReader reader, RowAppender out) throws XMLStreamException {
        Arrays.fill(texts, null);
        String place = place(reader.getLocation());
        element(reader, paths);
        leave();
        try {
            columns.append(texts, out);
        } catch (IllegalArgumentException e) {
            out.abort();
            failures.add(new MappingException(e.getMessage(), place, e));
        }
    }

    /** Reads an element with all that is inside of it; the node is null where no column is. */
    private void element(XMLStreamReader reader, PathNode node) throws XMLStreamException {
        boolean isNull = node != null && attributes(reader, node);
        boolean isText = node != null && !node.texts().isEmpty() && !isNull;
        StringBuilder text = isText ? new StringBuilder() : null;
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            refuse(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                enter(reader);
                element(reader, node == null ? null : node.child(reader.getLocalName()));
                leave();
            } else if (isText && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
        if (isText) {
            put(node.texts(), text.toString());
        }
    }

    // Answers whether the element says that it is null.
    private boolean attributes(XMLStreamReader reader, PathNode node) {
        boolean isNull = false;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            isNull |= name.equals("nil")
                    && SCHEMA_INSTANCE.equals(reader.getAttributeNamespace(i))
                    && reader.getAttributeValue(i).strip().matches("true|1");
            put(node.attribute(name), reader.getAttributeValue(i));
        }
        return isNull;
    }

    // The first in the document stays, as XPath has it.
    private void put(List<Integer> targets, String text) {
        for (int i = 0; i < targets.size(); i++) {
            int column = targets.get(i);
            if (texts[column] == null) {
                texts[column] = text;
            }
        }
    }

    private String place(Location location) {
        String where = "/" + String.join("/", open);
        return location == null
                ? where
                : where + " at line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }
}

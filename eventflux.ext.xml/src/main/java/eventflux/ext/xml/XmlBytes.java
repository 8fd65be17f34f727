package eventflux.ext.xml;

import eventflux.api.spi.mapper.MappingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a document: in the encoding of its byte order mark, else in the one that it declares, else in UTF-8. The parser is not
 * asked to do this, since it prints what it dislikes.
 */
final class XmlBytes {

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
    private static final int DECLARATION = 200;
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};

    private XmlBytes() {}

    static String decode(byte[] bytes, int offset, int length) throws MappingException {
        if (begins(bytes, offset, length, UTF_8_MARK)) {
            return decode(bytes, offset + 3, length - 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, offset, length, UTF_16_BIG)) {
            return decode(bytes, offset + 2, length - 2, StandardCharsets.UTF_16BE);
        }
        if (begins(bytes, offset, length, UTF_16_LITTLE)) {
            return decode(bytes, offset + 2, length - 2, StandardCharsets.UTF_16LE);
        }
        return decode(bytes, offset, length, declared(bytes, offset, length));
    }

    private static boolean begins(byte[] bytes, int offset, int length, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= length || bytes[offset + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset declared(byte[] bytes, int offset, int length) throws MappingException {
        String head = new String(bytes, offset, Math.min(length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalArgumentException e) {
            throw new MappingException("no encoding " + declared.group(1), "the declaration", e);
        }
    }

    private static String decode(byte[] bytes, int offset, int length, Charset charset) throws MappingException {
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MappingException("no characters of " + charset, "byte " + (in.position() - offset), e);
        }
    }
}

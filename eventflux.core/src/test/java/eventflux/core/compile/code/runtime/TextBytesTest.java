package eventflux.core.compile.code.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.row.RowLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class TextBytesTest {

    private static final int ROW = 16;
    private static final int OFFSET = 24;

    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "b",
            "ab",
            "abcdefgh",
            "abcdefgi",
            "abcdefghi",
            "abcdefghabcdefgh1",
            "abcdefghabcdefgh2",
            "\u007F",
            "é",
            "日本",
            "\uD7FF",
            "\uE000",
            "\uFFFF",
            "\uD83D\uDE00",
            "\uDBFF\uDFFF",
            "a\uD83D\uDE00",
            "a\uFFFD");

    private final UnsafeBuffer left = new UnsafeBuffer(ByteBuffer.allocateDirect(128));
    private final UnsafeBuffer right = new UnsafeBuffer(ByteBuffer.allocateDirect(128));

    private static long put(UnsafeBuffer buffer, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        buffer.putBytes(ROW + OFFSET, bytes);
        return RowLayout.textSlot(OFFSET, bytes.length);
    }

    private static long row(UnsafeBuffer buffer) {
        return buffer.addressOffset() + ROW;
    }

    private static int byCodePoints(String one, String other) {
        return Integer.signum(
                Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray()));
    }

    @Test
    void allFormsOfTextAreOrderedByCodePoints() {
        for (String one : TEXTS) {
            for (String other : TEXTS) {
                int expected = byCodePoints(one, other);
                long slot = put(left, one);
                long otherSlot = put(right, other);
                byte[] bytes = one.getBytes(StandardCharsets.UTF_8);
                byte[] otherBytes = other.getBytes(StandardCharsets.UTF_8);

                assertThat(Integer.signum(TextBytes.compare(one, other))).isEqualTo(expected);
                assertThat(Integer.signum(TextBytes.compare(bytes, otherBytes))).isEqualTo(expected);
                assertThat(Integer.signum(TextBytes.compare(row(left), slot, otherBytes)))
                        .isEqualTo(expected);
                assertThat(Integer.signum(TextBytes.compare(row(left), slot, row(right), otherSlot)))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void allFormsOfTextAgreeOnEquality() {
        for (String one : TEXTS) {
            for (String other : TEXTS) {
                boolean expected = one.equals(other);
                long slot = put(left, one);
                long otherSlot = put(right, other);
                byte[] otherBytes = other.getBytes(StandardCharsets.UTF_8);

                assertThat(TextBytes.equal(one, other)).isEqualTo(expected);
                assertThat(TextBytes.equal(one.getBytes(StandardCharsets.UTF_8), otherBytes))
                        .isEqualTo(expected);
                assertThat(TextBytes.equal(row(left), slot, otherBytes)).isEqualTo(expected);
                assertThat(TextBytes.equal(row(left), slot, row(right), otherSlot))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aTextIsDecodedFromItsPlaceInTheRow() {
        for (String text : TEXTS) {
            assertThat(TextBytes.decode(row(left), put(left, text))).isEqualTo(text);
        }
    }
}

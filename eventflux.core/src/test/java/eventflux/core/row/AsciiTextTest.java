package eventflux.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class AsciiTextTest {

    private static final byte UNTOUCHED = 0x55;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final UnsafeBuffer memory = new UnsafeBuffer(ByteBuffer.allocateDirect(64));

    private byte[] stored(int length) {
        byte[] bytes = new byte[RowLayout.align(length) + 1];
        memory.getBytes(0, bytes);
        return bytes;
    }

    private int store(String text, int room) {
        return AsciiText.store(text, memory.addressOffset(), memory.addressOffset() + room);
    }

    @Test
    void storesTextsOfEveryLengthPaddedWithZeros() {
        for (int length = 0; length <= ALPHABET.length(); length++) {
            String text = ALPHABET.substring(0, length);
            byte[] expected = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), RowLayout.align(length) + 1);
            expected[expected.length - 1] = UNTOUCHED;

            memory.setMemory(0, memory.capacity(), UNTOUCHED);
            assertThat(store(text, RowLayout.align(length))).isEqualTo(length);
            assertThat(stored(length)).isEqualTo(expected);

            memory.setMemory(0, memory.capacity(), UNTOUCHED);
            assertThat(AsciiText.storeCharacters(text, memory.addressOffset())).isTrue();
            assertThat(stored(length)).isEqualTo(expected);
        }
    }

    @Test
    void storesNothingBehindTheRoom() {
        for (int length = 1; length <= ALPHABET.length(); length++) {
            String text = ALPHABET.substring(0, length);
            int room = RowLayout.align(length) - 1;

            memory.setMemory(0, memory.capacity(), UNTOUCHED);
            assertThat(store(text, room)).isNegative();
            assertThat(memory.getByte(room)).isEqualTo(UNTOUCHED);
        }
    }

    @Test
    void tellsTextsWithOtherCharactersWhereverTheyStand() {
        for (char other : new char[] {0x80, 'é', 'š', '日', '\uD83D'}) {
            for (int length = 1; length <= 20; length++) {
                for (int place = 0; place < length; place++) {
                    StringBuilder text = new StringBuilder(ALPHABET.substring(0, length));
                    text.setCharAt(place, other);

                    assertThat(store(text.toString(), memory.capacity())).isNegative();
                    assertThat(AsciiText.storeCharacters(text.toString(), memory.addressOffset()))
                            .isFalse();
                }
            }
        }
    }
}

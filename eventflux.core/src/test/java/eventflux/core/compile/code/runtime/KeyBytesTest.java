package eventflux.core.compile.code.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class KeyBytesTest {

    private final UnsafeBuffer key = new UnsafeBuffer(new byte[8]);

    private String bytes(int length) {
        byte[] bytes = new byte[length];
        key.getBytes(0, bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void zeroAndMinusZeroAreOneKey() {
        String zero = bytes(KeyBytes.put(0.0, key, 0));
        String minusZero = bytes(KeyBytes.put(-0.0, key, 0));

        assertThat(minusZero).isEqualTo(zero);
        assertThat(bytes(KeyBytes.put(-0.0f, key, 0))).isEqualTo(bytes(KeyBytes.put(0.0f, key, 0)));
    }

    @Test
    void allThatIsNotANumberIsOneKey() {
        double other = Double.longBitsToDouble(0x7ff8000000000123L);

        assertThat(bytes(KeyBytes.put(other, key, 0))).isEqualTo(bytes(KeyBytes.put(Double.NaN, key, 0)));
    }

    @Test
    void nullIsNotZero() {
        assertThat(bytes(KeyBytes.putNull(key, 0))).isNotEqualTo(bytes(KeyBytes.put(0L, key, 0)));
    }

    @Test
    void aTextLeavesNothingOfAnEarlierOneBehind() {
        KeyBytes.put("a longer text", key, 0);

        String again = bytes(KeyBytes.put("short", key, 0));

        assertThat(again).endsWith("73686f7274000000");
    }

    @Test
    void theBufferGrowsAndKeepsWhatIsThere() {
        int end = KeyBytes.put(7L, key, 0);

        end = KeyBytes.put("x".repeat(1_000), key, end);

        assertThat(end).isEqualTo(16 + 16 + 1_000);
        assertThat(key.getLong(8)).isEqualTo(7);
        assertThat(key.getByte(end - 1)).isEqualTo((byte) 'x');
    }
}

package eventflux.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class RecentTextsTest {

    private final RecentTexts recent = new RecentTexts();
    private final UnsafeBuffer memory = new UnsafeBuffer(ByteBuffer.allocateDirect(64));

    private String read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        memory.setMemory(0, 64, (byte) 0);
        memory.putBytes(0, bytes);
        return recent.text(memory.addressOffset(), bytes.length);
    }

    @Test
    void readsWhatIsThere() {
        for (String text : List.of("", "a", "a\0", "\0", "ä", "日本", "12345678", "123456789", "", "a", "a\0", "\0")) {
            assertThat(read(text)).isEqualTo(text);
        }
    }

    @Test
    void makesAShortTextOnce() {
        assertThat(read("ACME")).isSameAs(read("ACME"));
    }

    @Test
    void readsMoreTextsThanItKeeps() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100_000; i++) {
            String text = Integer.toString(random.nextInt(20_000));
            assertThat(read(text)).isEqualTo(text);
        }
    }
}

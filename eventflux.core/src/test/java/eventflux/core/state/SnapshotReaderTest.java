package eventflux.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class SnapshotReaderTest {

    private static byte[] written() {
        SnapshotWriter out = new SnapshotWriter();
        out.writeInt(-1);
        out.writeLong(Long.MIN_VALUE);
        out.writeText("é\uD83D\uDE00");
        out.writeText("");
        int block = out.beginBlock();
        out.writeBytes(new UnsafeBuffer(new byte[] {1, 2, 3, 4}), 1, 2);
        out.endBlock(block);
        return out.toBytes();
    }

    private static void readAll(SnapshotReader in) {
        in.readInt();
        in.readLong();
        in.readText();
        in.readText();
        in.readInt();
        in.readBytes();
    }

    @Test
    void readsWhatWasWritten() {
        SnapshotReader in = new SnapshotReader(written());

        assertThat(in.readInt()).isEqualTo(-1);
        assertThat(in.readLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(in.readText()).isEqualTo("é\uD83D\uDE00");
        assertThat(in.readText()).isEmpty();
        assertThat(in.readInt()).isEqualTo(4 + 2);
        int at = in.readBytes();
        assertThat(in.lastLength()).isEqualTo(2);
        assertThat(in.buffer().getByte(at)).isEqualTo((byte) 2);
        assertThat(in.atEnd()).isTrue();
    }

    @Test
    void passesOverABlockThatIsSkipped() {
        SnapshotWriter out = new SnapshotWriter();
        int block = out.beginBlock();
        out.writeText("skipped");
        out.endBlock(block);
        out.writeInt(5);
        SnapshotReader in = new SnapshotReader(out.toBytes());

        in.skip(in.readInt());

        assertThat(in.readInt()).isEqualTo(5);
    }

    @Test
    void refusesBytesThatEndTooEarly() {
        byte[] whole = written();
        for (int length = 0; length < whole.length; length++) {
            SnapshotReader in = new SnapshotReader(Arrays.copyOf(whole, length));

            assertThatExceptionOfType(SnapshotMismatch.class).isThrownBy(() -> readAll(in));
        }
    }

    @Test
    void refusesLengthsThatCannotBe() {
        for (int length : new int[] {-1, Integer.MIN_VALUE, 5, Integer.MAX_VALUE}) {
            SnapshotWriter out = new SnapshotWriter();
            out.writeInt(length);
            out.writeInt(0);

            assertThatExceptionOfType(SnapshotMismatch.class)
                    .isThrownBy(() -> new SnapshotReader(out.toBytes()).readText());
            assertThatExceptionOfType(SnapshotMismatch.class)
                    .isThrownBy(() -> new SnapshotReader(out.toBytes()).readBytes());
            assertThatExceptionOfType(SnapshotMismatch.class)
                    .isThrownBy(() -> new SnapshotReader(out.toBytes()).skip(length < 0 ? length : length + 4));
        }
    }

    @Test
    void answersGarbageWithAMismatchAndNothingElse() {
        SplittableRandom random = new SplittableRandom(29);
        for (int round = 0; round < 5_000; round++) {
            byte[] garbage = new byte[random.nextInt(60)];
            random.nextBytes(garbage);
            try {
                readAll(new SnapshotReader(garbage));
            } catch (SnapshotMismatch e) {
                assertThat(e).hasMessageEndingWith(" is expected");
            }
        }
    }

    @Test
    void isNotMovedByAReadThatFails() {
        SnapshotReader in = new SnapshotReader(new byte[] {1, 0, 0, 0});

        assertThatExceptionOfType(SnapshotMismatch.class).isThrownBy(in::readLong);

        assertThat(in.readInt()).isEqualTo(1);
    }
}

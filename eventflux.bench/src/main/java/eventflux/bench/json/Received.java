package eventflux.bench.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Messages that came out: some are kept to be compared, all are counted. Used by one thread. */
final class Received {

    private static final int KEPT = 1_000;

    private final List<String> kept = new ArrayList<>();
    private long messages;
    private long bytes;

    void add(byte[] payload, int offset, int length) {
        if (messages < KEPT) {
            kept.add(new String(payload, offset, length, StandardCharsets.UTF_8));
        }
        messages++;
        bytes += length;
    }

    List<String> kept() {
        return kept;
    }

    long messages() {
        return messages;
    }

    long bytes() {
        return bytes;
    }
}

package eventflux.testkit.mapper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Messages that lines, disks and other programs have spoilt. */
public final class BrokenMessage {

    private static final byte[] SPICE = "\",;:=<>&/[]{}\\u0eE+-.xtfnN \0\t\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_CHANGES = 6;
    private static final int BYTES = 256;

    private BrokenMessage() {}

    /** A message with some bytes changed, often to signs that formats give a meaning, and now and then cut short. */
    public static byte[] of(byte[] message, Random random) {
        byte[] bytes = message.clone();
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0 && bytes.length > 0; changes--) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextBoolean() ? (byte) random.nextInt(BYTES) : SPICE[random.nextInt(SPICE.length)];
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }
}

package eventflux.ext.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands before a message whose file is in a registry: which file, and which message of it.
 *
 * <pre>
 *   zero byte | number of the schema, four bytes, the highest first | how many places follow, then each, from the outermost message to the
 *   innermost: zigzag varints; 0 alone is the first message
 * </pre>
 *
 * @param id the number of the file in the registry
 * @param places where the message stands in the file
 */
record RegistryHeader(int id, List<Integer> places) {

    private static final int DEEPEST = 100;

    /** Copies the list. */
    RegistryHeader {
        places = List.copyOf(places);
    }

    /** The header of a message type. */
    static RegistryHeader of(int id, Descriptor type) {
        List<Integer> places = new ArrayList<>();
        for (Descriptor one = type; one != null; one = one.getContainingType()) {
            places.add(0, one.getIndex());
        }
        return new RegistryHeader(id, places);
    }

    /**
     * Reads a header.
     *
     * @throws IOException when there is none
     */
    static RegistryHeader read(CodedInputStream in) throws IOException {
        if (in.readRawByte() != 0) {
            throw new IOException("the message does not begin with a zero byte and the number of a schema");
        }
        int id = ByteBuffer.wrap(in.readRawBytes(Integer.BYTES)).getInt();
        int count = in.readSInt32();
        if (count < 0 || count > DEEPEST) {
            throw new IOException(count + " is no number of places");
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(in.readSInt32());
        }
        return new RegistryHeader(id, places.isEmpty() ? List.of(0) : places);
    }

    /**
     * The message type in its file.
     *
     * @throws IOException when the file has none there
     */
    Descriptor in(FileDescriptor file) throws IOException {
        List<Descriptor> types = file.getMessageTypes();
        Descriptor found = null;
        for (int place : places) {
            if (place < 0 || place >= types.size()) {
                throw new IOException("the schema " + id + " has no message at " + places);
            }
            found = types.get(place);
            types = found.getNestedTypes();
        }
        return found;
    }

    /** The bytes. */
    byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        boolean isFirst = places.equals(List.of(0));
        writeVarint(isFirst ? 0 : places.size(), out);
        if (!isFirst) {
            places.forEach(place -> writeVarint(place, out));
        }
        return out.toByteArray();
    }

    private static void writeVarint(int value, ByteArrayOutputStream out) {
        int left = value << 1 ^ value >> Integer.SIZE - 1;
        while ((left & ~0x7F) != 0) {
            out.write(left & 0x7F | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }
}

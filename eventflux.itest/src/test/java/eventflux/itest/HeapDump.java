package eventflux.itest;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * The objects of this process at one moment, read from a dump of the virtual machine in the format HPROF: which there are, and what
 * refers to what. Referents of weak, soft and phantom references do not count as referred to.
 */
final class HeapDump {

    private static final int STRING = 0x01;
    private static final int LOAD_CLASS = 0x02;
    private static final int SEGMENT = 0x1C;
    private static final int CLASS = 0x20;
    private static final int INSTANCE = 0x21;
    private static final int OBJECTS = 0x22;
    private static final int PRIMITIVES = 0x23;
    private static final int THREAD = 0x08;
    private static final int REFERENCE = 2;
    private static final int HEADER = "JAVA PROFILE 1.0.2".length() + 1 + 4 + 8;

    // By the tag of a root: what it is, and how many bytes follow its object.
    private static final Map<Integer, Root> ROOTS = Map.of(
            0xFF, new Root("unknown root", 0),
            0x01, new Root("native code", 8),
            0x02, new Root("native frame", 8),
            0x03, new Root("variable on a stack", 8),
            0x04, new Root("native stack", 4),
            0x05, new Root("class of the system", 0),
            0x06, new Root("thread block", 4),
            0x07, new Root("monitor", 0),
            0x08, new Root("thread", 8));

    private record Root(String name, int rest) {}

    /** A field of a class; the value is that of a static one. */
    private record Field(String name, int type, long value) {}

    private record Type(long above, long loader, List<Field> statics, List<Field> fields) {}

    private final ByteBuffer bytes;
    private final Map<Long, String> strings = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, Type> types = new HashMap<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private final Map<Long, String> roots = new LinkedHashMap<>();

    private HeapDump(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Of what is reachable now. */
    static HeapDump ofThisProcess(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("leak-" + System.nanoTime() + ".hprof");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
            try (FileChannel channel = FileChannel.open(file)) {
                HeapDump dump = new HeapDump(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
                dump.read();
                return dump;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The roots, with what each is. */
    Map<Long, String> roots() {
        return roots;
    }

    /** What instances of a class refer to with a field of a class above it, weakly or not. */
    List<Long> fieldOfAll(String className, String field) {
        List<Long> values = new ArrayList<>();
        for (long object : List.copyOf(places.keySet())) {
            if (className.equals(className(object))) {
                fields(object, (name, value) -> {
                    if (name.equals(field) && value != 0) {
                        values.add(value);
                    }
                });
            }
        }
        return values;
    }

    /** What an object refers to. */
    void referred(long object, LongConsumer each) {
        edges(object, (name, value) -> each.accept(value));
    }

    /** By which of its fields an object refers to another. */
    String edge(long from, long to) {
        List<String> found = new ArrayList<>();
        edges(from, (name, value) -> {
            if (value == to) {
                found.add(name);
            }
        });
        return found.isEmpty() ? "?" : found.get(0);
    }

    /** What people call an object; a thread by its name. */
    String describe(long object) {
        StringBuilder text =
                new StringBuilder(names.containsKey(object) ? "class " + names.get(object) : className(object));
        fields(object, (name, value) -> {
            if (name.equals("java.lang.Thread.name")) {
                text.append(" '").append(text(value)).append("'");
            }
        });
        return text.toString();
    }

    // Of a name, whose letters are of one byte each.
    private String text(long string) {
        StringBuilder text = new StringBuilder();
        fields(string, (name, value) -> {
            Integer place = places.get(value);
            if (name.equals("java.lang.String.value") && place != null) {
                byte[] letters = new byte[bytes.getInt(place + 13)];
                bytes.get(place + 18, letters);
                text.append(new String(letters, StandardCharsets.ISO_8859_1));
            }
        });
        return text.toString();
    }

    private interface Edge {
        void accept(String name, long value);
    }

    private void edges(long object, Edge each) {
        Type type = types.get(object);
        if (type != null) {
            each.accept("class loader", type.loader());
            each.accept("superclass", type.above());
            type.statics().stream()
                    .filter(field -> field.type() == REFERENCE)
                    .forEach(field -> each.accept("static " + field.name(), field.value()));
            return;
        }
        Integer place = places.get(object);
        if (place == null) {
            return;
        }
        if (bytes.get(place) == OBJECTS) {
            int count = bytes.getInt(place + 13);
            each.accept("class", bytes.getLong(place + 17));
            for (int i = 0; i < count; i++) {
                each.accept("[" + i + "]", bytes.getLong(place + 25 + i * 8));
            }
        } else if (bytes.get(place) == INSTANCE) {
            each.accept("class", bytes.getLong(place + 13));
            fields(object, (name, value) -> {
                if (!name.equals("java.lang.ref.Reference.referent")) {
                    each.accept(name.substring(name.lastIndexOf('.') + 1), value);
                }
            });
        }
    }

    // The references among the fields of an instance, each with the class that declares it.
    private void fields(long object, Edge each) {
        Integer place = places.get(object);
        if (place == null || bytes.get(place) != INSTANCE) {
            return;
        }
        int at = place + 25;
        long type = bytes.getLong(place + 13);
        while (type != 0) {
            for (Field field : types.get(type).fields()) {
                if (field.type() == REFERENCE) {
                    each.accept(names.get(type) + "." + field.name(), bytes.getLong(at));
                }
                at += size(field.type());
            }
            type = types.get(type).above();
        }
    }

    private String className(long object) {
        Integer place = places.get(object);
        if (place == null) {
            return "?";
        }
        return bytes.get(place) == INSTANCE
                ? names.get(bytes.getLong(place + 13))
                : bytes.get(place) == OBJECTS ? names.get(bytes.getLong(place + 17)) : "array";
    }

    private void read() {
        int at = HEADER;
        while (at < bytes.limit()) {
            int tag = bytes.get(at);
            int length = bytes.getInt(at + 5);
            int body = at + 9;
            if (tag == STRING) {
                byte[] text = new byte[length - 8];
                bytes.get(body + 8, text);
                strings.put(bytes.getLong(body), new String(text, StandardCharsets.UTF_8));
            } else if (tag == LOAD_CLASS) {
                names.put(
                        bytes.getLong(body + 4),
                        strings.get(bytes.getLong(body + 16)).replace('/', '.'));
            } else if (tag == SEGMENT) {
                readSegment(body, body + length);
            }
            at = body + length;
        }
    }

    private void readSegment(int from, int to) {
        int at = from;
        while (at < to) {
            int tag = bytes.get(at) & 0xFF;
            Root root = ROOTS.get(tag);
            if (root != null) {
                // What is said of a thread tells more than that a stack refers to it.
                roots.merge(bytes.getLong(at + 1), root.name(), (one, other) -> tag == THREAD ? other : one);
                at += 9 + root.rest();
            } else if (tag == CLASS) {
                at = readClass(at + 1);
            } else {
                places.put(bytes.getLong(at + 1), at);
                at += switch (tag) {
                    case INSTANCE -> 25 + bytes.getInt(at + 21);
                    case OBJECTS -> 25 + bytes.getInt(at + 13) * 8;
                    case PRIMITIVES -> 18 + bytes.getInt(at + 13) * size(bytes.get(at + 17));
                    default -> throw new IllegalStateException("unknown part of a heap dump: " + tag);
                };
            }
        }
    }

    private int readClass(int start) {
        int at = start + 12 + 6 * 8 + 4;
        int constants = bytes.getShort(at) & 0xFFFF;
        at += 2;
        for (int i = 0; i < constants; i++) {
            at += 3 + size(bytes.get(at + 2));
        }
        List<Field> statics = new ArrayList<>();
        int count = bytes.getShort(at) & 0xFFFF;
        at += 2;
        for (int i = 0; i < count; i++) {
            int type = bytes.get(at + 8);
            long value = type == REFERENCE ? bytes.getLong(at + 9) : 0;
            statics.add(new Field(strings.get(bytes.getLong(at)), type, value));
            at += 9 + size(type);
        }
        List<Field> fields = new ArrayList<>();
        count = bytes.getShort(at) & 0xFFFF;
        at += 2;
        for (int i = 0; i < count; i++) {
            fields.add(new Field(strings.get(bytes.getLong(at)), bytes.get(at + 8), 0));
            at += 9;
        }
        types.put(
                bytes.getLong(start),
                new Type(
                        bytes.getLong(start + 12),
                        bytes.getLong(start + 20),
                        List.copyOf(statics),
                        List.copyOf(fields)));
        return at;
    }

    // Object identifiers have 8 bytes on every machine that this runs on.
    private static int size(int type) {
        return switch (type) {
            case REFERENCE, 7, 11 -> 8;
            case 6, 10 -> 4;
            case 5, 9 -> 2;
            default -> 1;
        };
    }
}

package eventflux.ext.protobuf;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import eventflux.registry.RegisteredSchema;
import eventflux.registry.RegistryException;
import eventflux.registry.SchemaRegistry;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a registry, which it is asked for as descriptors ({@code format=serialized}), so that nobody here reads their text. Those that
 * it has answered once are not asked for again. Used by one thread at a time.
 */
final class RegisteredTypes {

    private static final String PROTOBUF = "PROTOBUF";
    private static final String SERIALIZED = "serialized";
    private static final int MOST_REFERENCES = 1_000;

    private final SchemaRegistry registry;
    private final Map<Integer, FileDescriptor> files = new HashMap<>();

    RegisteredTypes(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * The file of a number.
     *
     * @throws RegistryException when there is none, or it is none of Protocol Buffers
     * @throws IOException when the registry does not answer
     */
    FileDescriptor file(int id) throws IOException {
        FileDescriptor known = files.get(id);
        if (known != null) {
            return known;
        }
        Map<String, FileDescriptorProto> protos = new HashMap<>();
        // What others import it as is its name; the first one has none but its own.
        String name = collect(id, "", protos);
        try {
            FileDescriptor file = new DescriptorFiles(protos).file(name);
            files.put(id, file);
            return file;
        } catch (IllegalArgumentException e) {
            throw new RegistryException("the schema " + id + " cannot be read: " + e.getMessage(), 0);
        }
    }

    private String collect(int id, String name, Map<String, FileDescriptorProto> protos) throws IOException {
        RegisteredSchema answer = registry.schema(id, SERIALIZED);
        if (!answer.type().equals(PROTOBUF)) {
            throw new RegistryException("the schema " + id + " is one of " + answer.type(), 0);
        }
        if (protos.size() == MOST_REFERENCES) {
            throw new RegistryException("the schema refers to more than " + MOST_REFERENCES + " others", 0);
        }
        FileDescriptorProto read = descriptor(id, answer.text());
        String called = name.isEmpty() ? read.getName() : name;
        protos.put(called, read.toBuilder().setName(called).build());
        for (RegisteredSchema.Reference reference : answer.references()) {
            if (!protos.containsKey(reference.name())) {
                collect(registry.referred(reference).id(), reference.name(), protos);
            }
        }
        return called;
    }

    private static FileDescriptorProto descriptor(int id, String text) throws IOException {
        try {
            return FileDescriptorProto.parseFrom(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException | InvalidProtocolBufferException e) {
            throw new RegistryException(
                    "the registry does not give schema " + id + " as a descriptor (format=serialized)", 0);
        }
    }

    /** The number of the newest file of a subject; none when there is no such subject. */
    Optional<Integer> latest(String subject) throws IOException {
        return registry.latest(subject).map(RegisteredSchema::id);
    }

    /**
     * Registers a file, or finds it when it is registered already; answers its number.
     *
     * @throws IllegalArgumentException when it imports others
     */
    int register(String subject, FileDescriptor file) throws IOException {
        DescriptorFiles none = new DescriptorFiles(Map.of());
        for (FileDescriptor imported : file.getDependencies()) {
            if (!none.isKnown(imported.getName())) {
                throw new IllegalArgumentException(file.getName() + " imports " + imported.getName()
                        + ": register both at the registry, and leave the descriptor out");
            }
        }
        String text = Base64.getEncoder().encodeToString(file.toProto().toByteArray());
        return registry.register(subject, PROTOBUF, text);
    }
}

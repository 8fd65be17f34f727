package eventflux.ext.protobuf;

import com.google.protobuf.AnyProto;
import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.EmptyProto;
import com.google.protobuf.FieldMaskProto;
import com.google.protobuf.StructProto;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.WrappersProto;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Descriptors of files that import each other; Google's own need not be among them. */
final class DescriptorFiles {

    private final Map<String, FileDescriptorProto> protos;
    private final Map<String, FileDescriptor> files = new HashMap<>();

    DescriptorFiles(Map<String, FileDescriptorProto> protos) {
        this.protos = new HashMap<>(protos);
        Stream.of(
                        AnyProto.getDescriptor(),
                        DescriptorProtos.getDescriptor(),
                        DurationProto.getDescriptor(),
                        EmptyProto.getDescriptor(),
                        FieldMaskProto.getDescriptor(),
                        StructProto.getDescriptor(),
                        TimestampProto.getDescriptor(),
                        WrappersProto.getDescriptor())
                .filter(known -> !protos.containsKey(known.getName()))
                .forEach(known -> files.put(known.getName(), known));
    }

    /** Whether a file need not be given. */
    boolean isKnown(String name) {
        return files.containsKey(name) || protos.containsKey(name);
    }

    /**
     * The descriptor of a file.
     *
     * @throws IllegalArgumentException when it or what it imports is missing or wrong
     */
    FileDescriptor file(String name) {
        FileDescriptor known = files.get(name);
        if (known != null) {
            return known;
        }
        // A file that imports itself over others ends here instead of never.
        FileDescriptorProto proto = protos.remove(name);
        if (proto == null) {
            throw new IllegalArgumentException(
                    "the descriptor file lacks " + name + ": write it with protoc --include_imports");
        }
        FileDescriptor[] imports =
                proto.getDependencyList().stream().map(this::file).toArray(FileDescriptor[]::new);
        try {
            FileDescriptor built = FileDescriptor.buildFrom(proto, imports);
            files.put(name, built);
            return built;
        } catch (DescriptorValidationException e) {
            throw new IllegalArgumentException("the descriptor of " + name + " is wrong: " + e.getMessage(), e);
        }
    }
}

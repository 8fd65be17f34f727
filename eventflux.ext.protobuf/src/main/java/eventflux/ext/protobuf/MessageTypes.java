package eventflux.ext.protobuf;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import eventflux.api.config.Settings;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Message types from files that {@code protoc --include_imports --descriptor_set_out} writes, and the fields of columns in them. */
final class MessageTypes {

    private MessageTypes() {}

    /**
     * The message type that the settings name.
     *
     * @throws IllegalArgumentException when the file is none of descriptors, or has no such message
     */
    static Descriptor named(Settings settings) {
        String file = settings.getString("descriptor");
        String name = settings.find("message")
                .orElseThrow(() -> new IllegalArgumentException("say which message of the descriptor is meant"));
        Map<String, FileDescriptorProto> protos = new LinkedHashMap<>();
        try {
            FileDescriptorSet set = FileDescriptorSet.parseFrom(Files.readAllBytes(Path.of(file)));
            set.getFileList().forEach(proto -> protos.put(proto.getName(), proto));
        } catch (IOException e) {
            throw new IllegalArgumentException("descriptor=" + file + " cannot be read: " + e, e);
        }
        DescriptorFiles files = new DescriptorFiles(protos);
        List<Descriptor> types = new ArrayList<>();
        protos.keySet().forEach(each -> types.addAll(files.file(each).getMessageTypes()));
        return named(name, types, file);
    }

    /**
     * The message of a name, with its package or without.
     *
     * @throws IllegalArgumentException when there is none, which says what is in {@code where}
     */
    static Descriptor named(String name, List<Descriptor> types, String where) {
        return types.stream()
                .filter(type ->
                        type.getFullName().equals(name) || type.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("message=" + name + " is not in " + where
                        + ", which has "
                        + types.stream().map(Descriptor::getFullName).toList()));
    }

    /**
     * The fields of all columns, from the outside in.
     *
     * @throws IllegalArgumentException when a column has none, or one of a type that does not fit
     */
    static List<List<FieldDescriptor>> paths(Descriptor message, Schema schema, Settings settings) {
        Map<String, String> mappings = settings.withPrefix("mapping.");
        for (String name : mappings.keySet()) {
            if (schema.indexOf(name) < 0) {
                throw new IllegalArgumentException("mapping." + name + " names no column of " + schema);
            }
        }
        List<List<FieldDescriptor>> paths = new ArrayList<>();
        for (Column column : schema.columns()) {
            List<FieldDescriptor> path = path(message, mappings.getOrDefault(column.name(), column.name()));
            requireFit(column, path.get(path.size() - 1));
            paths.add(path);
        }
        return paths;
    }

    private static List<FieldDescriptor> path(Descriptor message, String text) {
        List<FieldDescriptor> path = new ArrayList<>();
        Descriptor type = message;
        for (String name : text.strip().split("\\.", -1)) {
            FieldDescriptor field = type == null ? null : type.findFieldByName(name);
            if (field == null) {
                throw new IllegalArgumentException(message.getFullName() + " has no field " + text);
            }
            path.add(field);
            type = !field.isRepeated() && field.getJavaType() == JavaType.MESSAGE ? field.getMessageType() : null;
        }
        return List.copyOf(path);
    }

    private static void requireFit(Column column, FieldDescriptor field) {
        if (column.type() == DataType.OBJECT) {
            return;
        }
        if (field.isRepeated()) {
            throw new IllegalArgumentException("field " + field.getFullName() + " is repeated, column " + column.name()
                    + " is " + column.type() + ": only OBJECT columns hold many values");
        }
        boolean fits = switch (field.getJavaType()) {
            case INT ->
                column.type() == DataType.INT || column.type() == DataType.LONG || column.type() == DataType.DOUBLE;
            case LONG -> column.type() == DataType.LONG || column.type() == DataType.INT;
            case FLOAT, DOUBLE -> column.type() == DataType.FLOAT || column.type() == DataType.DOUBLE;
            case BOOLEAN -> column.type() == DataType.BOOL;
            case STRING -> column.type() == DataType.STRING;
            case ENUM -> column.type() == DataType.STRING || column.type() == DataType.INT;
            default -> false;
        };
        if (!fits) {
            throw new IllegalArgumentException("column " + column.name() + " is " + column.type() + ", field "
                    + field.getFullName() + " is " + field.getType().name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** Whether a field holds 32 bits without a sign. */
    static boolean isUnsigned32(FieldDescriptor field) {
        return field.getType() == FieldDescriptor.Type.UINT32 || field.getType() == FieldDescriptor.Type.FIXED32;
    }

    /** Whether a field holds 64 bits without a sign. */
    static boolean isUnsigned64(FieldDescriptor field) {
        return field.getType() == FieldDescriptor.Type.UINT64 || field.getType() == FieldDescriptor.Type.FIXED64;
    }
}

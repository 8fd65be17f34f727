package eventflux.ext.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A message type and where the columns are in it.
 *
 * @param type the type
 * @param paths the fields of each column
 */
record MessageShape(Descriptor type, List<List<FieldDescriptor>> paths) {

    static MessageShape of(Descriptor type, Schema schema, Settings settings) {
        return new MessageShape(type, MessageTypes.paths(type, schema, settings));
    }

    /** Finds the shape of a message, and reads what stands before it. */
    @FunctionalInterface
    interface Shapes {

        /** The shape of the message at hand. */
        MessageShape of(CodedInputStream in) throws IOException;
    }

    /** The shapes that messages name; of one file after another, as they come. */
    static Shapes registered(RegisteredTypes types, Schema schema, Settings settings) {
        Map<RegistryHeader, MessageShape> known = new HashMap<>();
        return in -> {
            RegistryHeader header = RegistryHeader.read(in);
            MessageShape shape = known.get(header);
            if (shape == null) {
                Descriptor type = header.in(types.file(header.id()));
                settings.find("message").ifPresent(name -> MessageTypes.named(name, List.of(type), "the message"));
                shape = of(type, schema, settings);
                known.put(header, shape);
            }
            return shape;
        };
    }
}

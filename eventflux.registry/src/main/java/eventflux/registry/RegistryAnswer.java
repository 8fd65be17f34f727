package eventflux.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads what a registry answers: one object, of which what is not known is passed over. Used by one thread. */
final class RegistryAnswer {

    private static final JsonFactory JSON = new JsonFactory();

    private int id;
    private String type = RegisteredSchema.AVRO;
    private String text = "";
    private String message = "";
    private final List<RegisteredSchema.Reference> references = new ArrayList<>();

    private RegistryAnswer() {}

    /** Reads an answer to its end. */
    static RegistryAnswer read(InputStream in) throws IOException {
        RegistryAnswer answer = new RegistryAnswer();
        try (JsonParser json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return answer;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                answer.take(name, json);
            }
        }
        return answer;
    }

    private void take(String name, JsonParser json) throws IOException {
        switch (name) {
            case "id" -> id = json.getValueAsInt();
            case "schema" -> text = json.getValueAsString("");
            case "schemaType" -> type = json.getValueAsString(RegisteredSchema.AVRO);
            case "message" -> message = json.getValueAsString("");
            case "references" -> {
                while (json.currentToken() == JsonToken.START_ARRAY && json.nextToken() == JsonToken.START_OBJECT
                        || json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == JsonToken.START_OBJECT) {
                    references.add(reference(json));
                }
            }
            default -> json.skipChildren();
        }
    }

    private static RegisteredSchema.Reference reference(JsonParser json) throws IOException {
        String name = "";
        String subject = "";
        int version = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "name" -> name = json.getValueAsString("");
                case "subject" -> subject = json.getValueAsString("");
                case "version" -> version = json.getValueAsInt();
                default -> json.skipChildren();
            }
        }
        return new RegisteredSchema.Reference(name, subject, version);
    }

    /** What it says of a failure; empty when nothing. */
    String message() {
        return message;
    }

    /** The schema that it is. */
    RegisteredSchema schema() {
        return new RegisteredSchema(id, type, text, references);
    }
}

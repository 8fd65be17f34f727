package eventflux.registry;

import java.util.List;

/**
 * A schema as a registry has it.
 *
 * @param id its number, where the question was not by number
 * @param type what kind of schema it is
 * @param text the schema
 * @param references the schemas that it uses
 */
public record RegisteredSchema(int id, String type, String text, List<Reference> references) {

    /** The kind that is meant where none is said. */
    public static final String AVRO = "AVRO";

    /** Copies the list. */
    public RegisteredSchema {
        references = List.copyOf(references);
    }

    /**
     * A schema that another one uses.
     *
     * @param name what the other one calls it
     * @param subject where it is registered
     * @param version under which number there
     */
    public record Reference(String name, String subject, int version) {}
}

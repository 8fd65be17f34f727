package eventflux.api.spi.script;

import java.util.List;
import java.util.Objects;

/**
 * A script as an application has it.
 *
 * @param name of the function, for messages
 * @param parameters their names; where there are none, the script finds its arguments by number, in {@code data}
 * @param body the text
 */
public record Script(String name, List<String> parameters, String body) {

    /** Copies the list and refuses missing parts. */
    public Script {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(body, "body");
        parameters = List.copyOf(parameters);
    }
}

package eventflux.api.query;

import eventflux.api.query.node.Dialect;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads texts. A service; on the class path found by {@code ServiceLoader}. Keeps nothing between two calls and may be called
 * on any thread.
 */
@ProviderType
public interface QueryParser {

    /**
     * Reads a text: an application, or a single query on demand.
     *
     * @return the tree and all problems of the text; never throws, whatever the text is
     */
    default ParseResult parse(String text) {
        return parse(text, name -> Optional.empty());
    }

    /**
     * As {@link #parse(String)}, with values for {@code ${name}} above those of the process: its properties, then the environment.
     *
     * @param variables the value of a name, if it has one
     */
    ParseResult parse(String text, Function<String, Optional<String>> variables);

    /**
     * Reads an expression that stands inside a string, as in {@code WINDOW('expression', 'count() <= 20')}.
     *
     * @param text the expression
     * @param dialect whose rules of precedence hold
     */
    ParsedExpression parseExpression(String text, Dialect dialect);

    /**
     * What may come next where a text ends: for an editor that completes what is being typed.
     *
     * @param text everything before the place, without the word that is being typed there
     * @return {@link Continuation#unknown()} when the last statement of the text cannot be read up to its end
     */
    Continuation continuation(String text);
}

package eventflux.api.query;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes texts in one style. A service; on the class path found by {@code ServiceLoader}. Keeps nothing between two calls and
 * may be called on any thread.
 */
@ProviderType
public interface TextFormatter {

    /**
     * The same text, laid out anew: one clause a line, lists broken where they do not fit, columns of definitions aligned,
     * keywords in capitals in the SQL dialect and in small letters in the classic one. Comments, names, strings and numbers
     * stay as they are, and so do variables. Reading the outcome gives the same tree, places apart; formatting it again
     * changes nothing.
     *
     * @param text an application, or a single query on demand
     * @return the text, its lines ended by line feeds
     * @throws eventflux.api.error.EventFluxException with all problems of the syntax when the text cannot be read
     */
    String format(String text);
}

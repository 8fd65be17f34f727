package eventflux.lsp;

import eventflux.api.error.EventFluxException;
import eventflux.api.query.TextFormatter;
import java.util.List;
import org.eclipse.lsp4j.TextEdit;

/** The one style of texts. What an editor thinks of tabs and blanks is not asked. */
final class Formatting {

    private final TextFormatter formatter;

    Formatting(TextFormatter formatter) {
        this.formatter = formatter;
    }

    /** The edit that lays the text out anew; none for a text that cannot be read, whose problems the editor shows already. */
    List<TextEdit> edits(OpenText text) {
        try {
            String formatted = formatter.format(text.text());
            return formatted.equals(text.text())
                    ? List.of()
                    : List.of(new TextEdit(text.lines().range(0, text.text().length()), formatted));
        } catch (EventFluxException unreadable) {
            return List.of();
        }
    }
}

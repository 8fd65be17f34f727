package eventflux.lsp;

import eventflux.api.query.Application;
import eventflux.api.query.QueryParser;

/**
 * One version of a text that an editor has open.
 *
 * @param uri how the editor calls it
 * @param version the editor's number for this version
 * @param text all of it
 * @param lines where its lines start
 * @param tree what can be read of it
 * @param relations what it defines and writes to
 */
record OpenText(String uri, int version, String text, LineIndex lines, Application tree, Relations relations) {

    static OpenText read(String uri, int version, String text, QueryParser parser) {
        Application tree = parser.parse(text).application();
        return new OpenText(uri, version, text, new LineIndex(text), tree, Relations.of(tree));
    }
}

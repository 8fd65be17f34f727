package eventflux.parser.format;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between two words: comments behind the first one, comments on lines of their own, and empty lines.
 *
 * @param behind comments that start on the line of the first word
 * @param ownLines all others
 * @param endsWithEmptyLine whether an empty line stands right before the second word
 */
record CommentGap(List<Doc> behind, List<OwnLine> ownLines, boolean endsWithEmptyLine) {

    static final CommentGap EMPTY = new CommentGap(List.of(), List.of(), false);

    /** A comment on a line of its own, and whether an empty line stands before it. */
    record OwnLine(String text, boolean afterEmptyLine) {}

    static CommentGap read(String text, int start, int end) {
        List<Doc> behind = new ArrayList<>();
        List<OwnLine> ownLines = new ArrayList<>();
        int lines = start == 0 ? 1 : 0; // begun since the last word or comment
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (c != '-' && c != '/') {
                lines += c == '\n' || c == '\r' && text.charAt(at + 1 < end ? at + 1 : at) != '\n' ? 1 : 0;
                at++;
                continue;
            }
            int stop = c == '-' ? endOfLine(text, at, end) : text.indexOf("*/", at + 2) + 2;
            String comment = text.substring(at, stop).stripTrailing();
            if (lines > 0 || isOpen(behind)) {
                ownLines.add(new OwnLine(comment, lines > 1));
            } else {
                boolean mayBeFollowed = c == '/' && comment.indexOf('\n') < 0;
                behind.addAll(
                        mayBeFollowed ? List.of(Doc.SPACE, new Doc.Text(comment)) : List.of(new Doc.LastText(comment)));
            }
            lines = 0;
            at = stop;
        }
        return new CommentGap(behind, ownLines, lines > 1);
    }

    /** What stands before the end of the text, where empty lines mean nothing. */
    CommentGap withoutLastEmptyLine() {
        return new CommentGap(behind, ownLines, false);
    }

    private static boolean isOpen(List<Doc> behind) {
        return !behind.isEmpty() && behind.get(behind.size() - 1).isOpen();
    }

    private static int endOfLine(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i;
            }
        }
        return end;
    }
}

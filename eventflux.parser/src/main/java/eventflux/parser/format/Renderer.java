package eventflux.parser.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Prints a document into lines of a certain width. Used by one thread, for one document. */
final class Renderer {

    static final int WIDTH = 100;
    static final int INDENT = 4;

    private static final int NO_BREAK = -1;
    private static final int END_OF_LINE = -1;

    private record Item(int indent, boolean isFlat, Doc doc) {}

    private final StringBuilder out = new StringBuilder();
    private final Deque<Item> rest = new ArrayDeque<>();
    private int lineStart; // where the last line starts in out; written by the printing thread, as are all below
    private int spaces; // that stand before the next word
    private int breakIndent = NO_BREAK; // the indentation of the line that the next word starts

    private Renderer() {}

    /** The lines, without the end of the last one. */
    static String print(Doc doc, int indent) {
        Renderer renderer = new Renderer();
        renderer.breakIndent = indent;
        renderer.rest.push(new Item(indent, false, doc));
        while (!renderer.rest.isEmpty()) {
            renderer.step(renderer.rest.pop());
        }
        return renderer.out.toString();
    }

    private void step(Item item) {
        int indent = item.indent();
        if (item.doc() instanceof Doc.Text text) {
            write(text.text());
        } else if (item.doc() instanceof Doc.Gap gap) {
            pass(gap.kind(), item);
        } else if (item.doc() instanceof Doc.Pad pad) {
            spaces = item.isFlat() ? 1 : pad.width();
        } else if (item.doc() instanceof Doc.LastText comment) {
            spaces = Math.max(1, spaces);
            write(comment.text());
            breakIndent = indent;
        } else if (item.doc() instanceof Doc.OwnLine comment) {
            breakIndent = indent;
            write(comment.text());
            breakIndent = indent;
        } else if (item.doc() instanceof Doc.Nest nest) {
            rest.push(new Item(indent + INDENT, item.isFlat(), nest.content()));
        } else if (item.doc() instanceof Doc.Group group) {
            boolean isFlat = !group.isBroken() && (item.isFlat() || fits(new Item(indent, true, group.content())));
            rest.push(new Item(indent, isFlat, group.content()));
        } else if (item.doc() instanceof Doc.Concat concat) {
            for (int i = concat.parts().size() - 1; i >= 0; i--) {
                rest.push(new Item(indent, item.isFlat(), concat.parts().get(i)));
            }
        }
    }

    private void pass(Doc.Gap.Kind kind, Item item) {
        if (kind == Doc.Gap.Kind.GLUE) {
            spaces = 0;
            breakIndent = NO_BREAK;
        } else if (kind == Doc.Gap.Kind.SPACE || item.isFlat()) {
            spaces = kind == Doc.Gap.Kind.SOFT_LINE ? spaces : 1;
        } else {
            breakIndent = item.indent();
        }
    }

    private void write(String text) {
        if (breakIndent != NO_BREAK) {
            if (out.length() > 0) {
                out.append('\n');
            }
            lineStart = out.length();
            out.append(" ".repeat(breakIndent));
        } else if (spaces > 0) {
            out.append(" ".repeat(spaces));
        } else if (out.length() > 0 && WordBorder.isLost(out.charAt(out.length() - 1), text.charAt(0))) {
            out.append(' ');
        }
        out.append(text);
        lineStart = Math.max(lineStart, out.lastIndexOf("\n") + 1);
        spaces = 0;
        breakIndent = NO_BREAK;
    }

    /** Whether a piece and what must follow it on the same line fit into what is left of the line. */
    private boolean fits(Item piece) {
        int left = WIDTH - (breakIndent == NO_BREAK ? out.length() - lineStart + spaces : breakIndent);
        Deque<Item> items = new ArrayDeque<>();
        items.push(piece);
        Iterator<Item> following = rest.iterator();
        while (left >= 0) {
            if (items.isEmpty()) {
                if (!following.hasNext()) {
                    return true;
                }
                items.push(following.next());
            }
            Item item = items.pop();
            int width = width(item, items);
            if (width == END_OF_LINE) {
                return true;
            }
            left -= width;
        }
        return false;
    }

    private static int width(Item item, Deque<Item> items) {
        if (item.doc() instanceof Doc.Text text) {
            int lineEnd = text.text().indexOf('\n');
            return lineEnd < 0 ? text.text().length() : lineEnd;
        } else if (item.doc() instanceof Doc.Gap gap) {
            return width(gap.kind(), item.isFlat());
        } else if (item.doc() instanceof Doc.Pad pad) {
            return item.isFlat() ? 1 : pad.width();
        } else if (item.doc() instanceof Doc.Nest nest) {
            items.push(new Item(item.indent(), item.isFlat(), nest.content()));
            return 0;
        } else if (item.doc() instanceof Doc.Group group) {
            items.push(new Item(item.indent(), !group.isBroken() && item.isFlat(), group.content()));
            return 0;
        } else if (item.doc() instanceof Doc.Concat concat) {
            for (int i = concat.parts().size() - 1; i >= 0; i--) {
                items.push(new Item(item.indent(), item.isFlat(), concat.parts().get(i)));
            }
            return 0;
        }
        return END_OF_LINE;
    }

    private static int width(Doc.Gap.Kind kind, boolean isFlat) {
        return switch (kind) {
            case GLUE -> 0;
            case SPACE -> 1;
            case LINE -> isFlat ? 1 : END_OF_LINE;
            case SOFT_LINE -> isFlat ? 0 : END_OF_LINE;
        };
    }
}

package eventflux.parser.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of text that knows where it may be broken into lines (after Oppen 1980 and Wadler 2003): the lines of a group are
 * all broken, or none of them.
 */
sealed interface Doc {

    /** Nothing. */
    Doc EMPTY = new Concat(List.of(), false, false);

    /** A space, unless a line ends there. */
    Doc SPACE = new Gap(Gap.Kind.SPACE);

    /** A space, or a break where the group is broken. */
    Doc LINE = new Gap(Gap.Kind.LINE);

    /** Nothing, or a break where the group is broken. */
    Doc SOFT_LINE = new Gap(Gap.Kind.SOFT_LINE);

    /** Takes back the gap before it: what follows belongs to the text before. */
    Doc GLUE = new Gap(Gap.Kind.GLUE);

    /** Whether a line ends inside, whatever its width. */
    boolean isBroken();

    /** Whether the line must end behind it. */
    boolean isOpen();

    /** Words, or a comment that something may follow. */
    record Text(String text) implements Doc {

        @Override
        public boolean isBroken() {
            return false;
        }

        @Override
        public boolean isOpen() {
            return false;
        }
    }

    /** A comment behind words; the line ends with it. */
    record LastText(String text) implements Doc {

        @Override
        public boolean isBroken() {
            return false;
        }

        @Override
        public boolean isOpen() {
            return true;
        }
    }

    /** A comment on a line of its own. */
    record OwnLine(String text) implements Doc {

        @Override
        public boolean isBroken() {
            return true;
        }

        @Override
        public boolean isOpen() {
            return true;
        }
    }

    /** What stands between words. */
    record Gap(Kind kind) implements Doc {

        enum Kind {
            SPACE,
            LINE,
            SOFT_LINE,
            GLUE
        }

        @Override
        public boolean isBroken() {
            return false;
        }

        @Override
        public boolean isOpen() {
            return false;
        }
    }

    /** One space, or several where the group is broken: columns of a table. */
    record Pad(int width) implements Doc {

        @Override
        public boolean isBroken() {
            return false;
        }

        @Override
        public boolean isOpen() {
            return false;
        }
    }

    /** One after the other. */
    record Concat(List<Doc> parts, boolean isBroken, boolean isOpen) implements Doc {}

    /** One level further to the right. */
    record Nest(Doc content) implements Doc {

        @Override
        public boolean isBroken() {
            return content.isBroken();
        }

        @Override
        public boolean isOpen() {
            return content.isOpen();
        }
    }

    /** On one line when it fits and nothing inside is broken. */
    record Group(Doc content, boolean isBroken) implements Doc {

        @Override
        public boolean isOpen() {
            return content.isOpen();
        }
    }

    static Doc concat(Doc... parts) {
        return concat(List.of(parts));
    }

    static Doc concat(List<Doc> parts) {
        List<Doc> kept = new ArrayList<>(parts);
        kept.removeIf(EMPTY::equals);
        boolean isBroken = false;
        boolean isOpen = false;
        for (Doc part : kept) {
            isBroken |= isOpen && !(part instanceof Gap) || part.isBroken();
            isOpen = part.isOpen() || isOpen && part instanceof Gap;
        }
        return kept.size() == 1 ? kept.get(0) : new Concat(kept, isBroken, isOpen);
    }

    static Doc nest(Doc... parts) {
        return new Nest(concat(parts));
    }

    static Doc group(Doc... parts) {
        Doc content = concat(parts);
        return new Group(content, content.isBroken());
    }

    static Doc broken(Doc content) {
        return new Group(content, true);
    }
}

package eventflux.shell;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Process;
import org.jline.terminal.Terminal;

/**
 * What the output goes to.
 *
 * @param colours whether it shows colours
 * @param width how many characters fit on a line
 * @param flush makes it show what was written; Gogo's own streams do so only when a command ends
 */
record Screen(boolean colours, int width, Runnable flush) {

    /** For pipes, files and dumb terminals: no colours, and lines as long as they are. */
    static final Screen PLAIN = new Screen(false, Integer.MAX_VALUE, () -> {});

    /** Gogo's JLine shell keeps its terminal there. */
    private static final String TERMINAL = ".terminal";

    /** The screen of the command that runs in this thread. */
    static Screen of(CommandSession session) {
        boolean terminal = session.get(TERMINAL) instanceof Terminal;
        return terminal && isShown() ? of((Terminal) session.get(TERMINAL)) : PLAIN;
    }

    String paint(Paint paint, String text) {
        return colours ? paint.on(text) : text;
    }

    private static boolean isShown() {
        Process process = Process.Utils.current();
        return process == null || process.isTty(1);
    }

    private static Screen of(Terminal terminal) {
        boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        boolean colours = !dumb && System.getenv("NO_COLOR") == null;
        int width = dumb || terminal.getWidth() <= 0 ? Integer.MAX_VALUE : terminal.getWidth();
        return new Screen(colours, width, terminal::flush);
    }
}

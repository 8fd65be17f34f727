package eventflux.ext.log;

/** Takes lines of text. */
interface Lines {

    /** How long lines are held back at most, so that somebody who looks on sees them come. */
    long FLUSH_MILLIS = 50;

    /** Takes a line without its end; the text may be used again afterwards. */
    void line(StringBuilder text);

    /** Passes on what is held back. */
    void flush();
}

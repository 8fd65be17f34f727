package eventflux.ext.log;

/** Takes lines of text. */
interface Lines {

    /** Takes a line without its end; the text may be used again afterwards. */
    void line(StringBuilder text);

    /** Passes on what is held back. */
    void flush();
}

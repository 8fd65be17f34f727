package eventflux.shell;

/** The few colours in use, as the codes that terminals know. */
enum Paint {
    PLAIN(""),
    HEADING("1"),
    GOOD("32"),
    WAITING("33"),
    BAD("31"),
    FAINT("2");

    private static final String ESCAPE = "\u001B[";

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    String on(String text) {
        return this == PLAIN ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}

package eventflux.core.run;

/** Where messages go that a source could not make rows of. Called by the thread of the source; does not throw. */
@FunctionalInterface
public interface MessageFailures {

    /**
     * A message, or a part of it, has failed.
     *
     * @param where the source
     * @param message the whole message; empty when the source itself could not read it
     * @param place where in the message, or where the message came from
     * @param cause what went wrong
     */
    void messageFailed(String where, Message message, String place, Throwable cause);

    /**
     * Bytes of the caller, to be copied by who keeps them.
     *
     * @param bytes holds them
     * @param offset where they begin
     * @param length how many
     */
    record Message(byte[] bytes, int offset, int length) {

        /** No message at all. */
        static final Message NONE = new Message(new byte[0], 0, 0);

        /** The bytes alone. */
        public byte[] copy() {
            return java.util.Arrays.copyOfRange(bytes, offset, offset + length);
        }
    }
}

package eventflux.core.operator.condition;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;

/** What can be wrong with a condition whose text comes with the rows. */
public enum ConditionError implements ErrorCode {
    /** There is no text. */
    NO_CONDITION("the text of the condition is null"),
    /** The text is not understood, or is no condition over the rows of the window. */
    CONDITION_REFUSED("'{text}' is no condition: {reason}");

    private final String template;

    ConditionError(String template) {
        this.template = template;
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.USER;
    }

    @Override
    public String template() {
        return template;
    }
}

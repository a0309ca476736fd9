package org.unravel.modelfile;

import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/** A model file breaks a rule; the message is one line and ends with file, line and column. */
public final class ModelFileException extends ModelException {

    private static final long serialVersionUID = 1L;

    private ModelFileException(Reason reason, String message) {
        super(reason, message);
    }

    /**
     * An exception such as {@code expected rate >= 0, found -0.1 (model.yaml, line 12, column 15)}.
     *
     * @param source the scalar in question
     * @param offset offset in its text of the character that the message is about; brought into the text where it lies outside
     * @param message rule, name and value, without the place
     */
    public static ModelFileException at(Source source, int offset, String message) {
        int within = Math.max(0, Math.min(offset, source.text().length()));
        String place = source.hasLines() ? source.file() + ", line " + source.lineAt(within) + ", column " + source.columnAt(within) : source.file();
        return new ModelFileException(Reason.BROKEN_RULE, message.strip().replaceAll("\\s*\\R\\s*", " ") + " (" + place + ")");
    }

    /** The same, refused for another reason than a broken rule. */
    ModelFileException as(Reason reason) {
        return new ModelFileException(reason, getMessage());
    }

    /** An exception about the whole scalar. */
    public static ModelFileException at(Source source, String message) {
        return at(source, 0, message);
    }
}

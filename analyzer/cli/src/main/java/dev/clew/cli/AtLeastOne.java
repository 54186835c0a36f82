package dev.clew.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Values of options that count something.
final class AtLeastOne implements ITypeConverter<Integer> {

    private static final String NUMBER = "0*[1-9]\\d{0,8}";

    @Override
    public Integer convert(String text) {
        if (!text.strip().matches(NUMBER)) {
            throw new TypeConversionException("'" + text + "' is no number from 1 up");
        }
        return Integer.valueOf(text.strip());
    }
}

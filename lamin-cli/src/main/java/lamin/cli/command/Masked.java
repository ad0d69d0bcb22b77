package lamin.cli.command;

import java.util.regex.Pattern;

/** Texts without the passwords of URLs in them, wherever a user typed such a URL. */
public final class Masked {
    private static final Pattern BEFORE_HOST = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://[^\\s:@/]*:)[^\\s]*@");
    private static final Pattern PARAMETER = Pattern.compile("([?&]password=)[^&\\s'\"]+");

    private Masked() {}

    public static String text(String text) {
        return PARAMETER.matcher(BEFORE_HOST.matcher(text).replaceAll("$1***@")).replaceAll("$1***");
    }
}

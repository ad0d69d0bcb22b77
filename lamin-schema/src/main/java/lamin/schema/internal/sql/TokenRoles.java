package lamin.schema.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The tokens of an expression, with the role of each name and word. */
public final class TokenRoles {
    private final List<Token> tokens;
    private final @Nullable Role[] roles;

    TokenRoles(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
        this.roles = new @Nullable Role[tokens.size()];
    }

    public List<Token> tokens() {
        return tokens;
    }

    void set(int index, Role role) {
        if (index < roles.length) {
            roles[index] = role;
        }
    }

    /** A token without a role is a keyword, or not a name. */
    public Role of(int index) {
        var role = roles[index];
        return role == null ? Role.KEYWORD : tokens.get(index).hasEscapes() ? Role.UNCLEAR : role;
    }

    public List<Integer> matching(BiPredicate<Token, Role> condition) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            if (condition.test(tokens.get(i), of(i))) {
                found.add(i);
            }
        }
        return found;
    }

    /** For text that cannot be parsed: only a name before a parenthesis is known not to be a column. */
    void forget() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isName()) {
                roles[i] = isCalled(i) ? Role.FUNCTION : Role.UNCLEAR;
            }
        }
    }

    private boolean isCalled(int index) {
        int next = index + 1;
        while (next < tokens.size() && tokens.get(next).isBlank()) {
            next++;
        }
        return next < tokens.size()
                && tokens.get(next).is("(")
                && !Keywords.isReserved(tokens.get(index).text());
    }
}

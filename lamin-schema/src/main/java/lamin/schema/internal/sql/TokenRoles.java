package lamin.schema.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The tokens of an expression, each name and word among them with its role. */
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

    /** A token without a role of its own is a key word or no name at all. */
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

    /** For a text that is not understood: only a name before a parenthesis is known to be no column. */
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

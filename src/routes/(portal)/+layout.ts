// Public pages need no script (rulings 17, 18).
export const csr = false;

// Screens at the counter need no script (rulings 17, 18); they go on by the header `Refresh`.
export const csr = false;
